"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { NavGroup } from "./nav-items";

type Line = { label: string; keys: string[][] };

/** Every shortcut in one list. `keys` holds alternatives; the keys of one are pressed one after another. */
export default function Shortcuts({ nav, onClose }: { nav: readonly NavGroup[]; onClose: () => void }) {
  const t = useTranslations("shell.shortcuts");
  const go = nav
    .flatMap((group) => group.items)
    .flatMap((item) => (item.goKey ? [{ ...item, goKey: item.goKey }] : []));
  const blocks: { title: string; lines: Line[] }[] = [
    {
      title: t("anywhere"),
      lines: [
        { label: t("palette"), keys: [["mod+k"]] },
        { label: t("help"), keys: [["?"]] },
        { label: t("touch"), keys: [["L"]] },
        { label: t("escape"), keys: [["Esc"]] },
      ],
    },
    {
      title: t("lists"),
      lines: [
        { label: t("search"), keys: [["/"]] },
        {
          label: t("move"),
          keys: [
            ["↓", "↑"],
            ["J", "K"],
          ],
        },
        { label: t("openRow"), keys: [["Enter"]] },
        { label: t("select"), keys: [["X"], ["Space"]] },
        { label: t("range"), keys: [["shift+X"]] },
      ],
    },
    { title: t("go"), lines: go.map((item) => ({ label: item.label, keys: [["G", item.goKey]] })) },
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="lg" title={t("title")} description={t("layout")}>
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {blocks
            .filter((block) => block.lines.length > 0)
            .map((block) => (
              <section key={block.title}>
                <h3 className="mb-1 font-medium text-ink-3 text-xs">{block.title}</h3>
                <ul>
                  {block.lines.map((line) => (
                    <li
                      key={line.label}
                      className="flex min-h-7.5 items-center justify-between gap-3 border-hair border-b"
                    >
                      {line.label}
                      <span className="flex shrink-0 items-center gap-2">
                        {line.keys.map((chord) => (
                          <span key={chord.join()} className="flex gap-1">
                            {chord.map((key) => (
                              <Kbd key={key} keys={key} />
                            ))}
                          </span>
                        ))}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
