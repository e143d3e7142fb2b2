"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Act } from "@/components/ui/act";
import { isTaken } from "@/components/ui/keys";
import { type Command, onAsked } from "./commands";
import type { NavGroup } from "./nav-items";
import type { Hit } from "./palette";

const Palette = dynamic(() => import("./palette"), { ssr: false });
const Shortcuts = dynamic(() => import("./shortcuts"), { ssr: false });

type Props = { nav: readonly NavGroup[]; commands: readonly Command[]; search?: Act<Hit[]> };

/** The keys that work on every screen: Ctrl/⌘ K, `?`, and G followed by a letter. Shows nothing until one is pressed. */
export function ShellKeys({ nav, commands, search }: Props) {
  const router = useRouter();
  const [dialog, setDialog] = useState<"palette" | "shortcuts">();
  const goSince = useRef(0);

  useEffect(() => {
    const stops = [onAsked("palette", () => setDialog("palette")), onAsked("shortcuts", () => setDialog("shortcuts"))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    const items = nav.flatMap((group) => group.items);
    const listen = (event: KeyboardEvent) => {
      if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        setDialog((open) => (open === "palette" ? undefined : "palette"));
        return;
      }
      if (isTaken(event)) return;
      const goes = event.timeStamp - goSince.current < 1500;
      goSince.current = 0;
      const target = goes ? items.find((item) => event.code === `Key${item.goKey}`) : undefined;
      if (target) router.push(target.href as Route);
      else if (event.code === "KeyG" && !event.shiftKey) goSince.current = event.timeStamp;
      // In the Russian layout "?" is Shift 7, and the key that carries it in the Latin one gives a comma: both will do.
      else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) setDialog("shortcuts");
      else return;
      event.preventDefault();
    };
    // Before the page's own listeners, so that the letter after G is not taken for J or K of a list.
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [nav, router]);

  const close = () => setDialog(undefined);
  if (dialog === "palette") return <Palette nav={nav} commands={commands} search={search} onClose={close} />;
  if (dialog === "shortcuts") return <Shortcuts nav={nav} onClose={close} />;
  return null;
}
