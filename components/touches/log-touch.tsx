"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { useAct } from "@/components/ui/act";
import { isTaken } from "@/components/ui/keys";
import { toast } from "@/components/ui/toast";
import { binTouch } from "@/lib/features/touches/actions";
import { onLogTouch, openLogTouch, type TouchAsked } from "./open-log-touch";

const TouchDialog = dynamic(() => import("./touch-dialog"), { ssr: false });

type Props = { label: string; keywords: string[]; undo: string };

/** The key L, the command of the palette, and the dialog that both open, on every signed-in page. Shows nothing until then. */
export function LogTouch({ label, keywords, undo }: Props) {
  const path = usePathname();
  const [wanted, setWanted] = useState<TouchAsked>();
  const bin = useAct(binTouch);
  const here = /^\/clients\/([0-9a-f-]{36})(\/|$)/.exec(path)?.[1];
  // The words come from the layout, which makes them anew with every page.
  const command = `${label} ${keywords.join(" ")}`;
  const commands = useMemo(() => {
    const words = command.split(" ");
    return [{ id: "log-touch", label, keys: ["L"], keywords: words, run: () => openLogTouch() }];
  }, [command, label]);
  useCommands(commands);

  useEffect(() => onLogTouch((asked) => setWanted({ clientId: here, ...asked })), [here]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== "KeyL" || event.shiftKey || isTaken(event)) return;
      event.preventDefault();
      openLogTouch();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  if (!wanted) return null;
  return (
    <TouchDialog
      key={wanted.touchId ?? wanted.clientId ?? "new"}
      asked={wanted}
      onClose={() => setWanted(undefined)}
      onSaved={({ id, clientId, said }) => {
        if (!id) toast.success(said);
        else toast.undo(said, undo, () => bin.run({ id, clientId, deleted: true }));
      }}
    />
  );
}
