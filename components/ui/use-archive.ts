import { useTranslations } from "next-intl";
import { type Act, useAct } from "./act";
import { toast } from "./toast";

/**
 * Puts a thing of a list away, or brings it back, with ten seconds to undo it; `told` says what was done. One that somebody else has changed since is
 * left alone, and said to be so.
 */
export function useArchive(action: Act<unknown>) {
  const ui = useTranslations("ui");
  const { run } = useAct(action);
  return async ({ id, version }: { id: string; version: number }, archived: boolean, told: string): Promise<void> => {
    const result = await run({ id, version, archived });
    if (!result.ok) {
      if (result.code === "conflict") toast.error(ui("conflict.title"));
      return;
    }
    // An undo follows at once, so the version is one further than what the list was drawn with.
    toast.undo(told, ui("undo"), () => run({ id, version: version + 1, archived: !archived }));
  };
}
