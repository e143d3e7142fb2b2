"use client";

import { Archive, Ellipsis, Pencil, Plus, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Archived } from "@/components/ui/archived";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { archiveWord } from "@/lib/features/dictionaries/actions";
import type { WordRow } from "@/lib/features/dictionaries/queries";
import type { Dictionary } from "@/lib/features/dictionaries/schema";
import { WordDialog } from "./word-dialog";

type Props = { of: Dictionary; words: readonly WordRow[]; zones: readonly Option[] };

// "UTC+7 · Красноярск · Asia/Barnaul": in a list the last part says nothing new.
const shortZone = (label: string) => label.split(" · ").slice(0, 2).join(" · ");

/** The words of one dictionary with how many clients bear each; archived ones at the end. */
export function WordList({ of, words, zones }: Props) {
  const t = useTranslations("dictionaries");
  const ui = useTranslations("ui");
  const { run } = useAct(archiveWord);
  const [open, setOpen] = useState(false);
  const [edited, setEdited] = useState<WordRow>();
  const living = words.filter(({ archived }) => !archived);
  const archived = words.filter((word) => word.archived);

  const show = (word?: WordRow) => {
    setEdited(word);
    setOpen(true);
  };

  // An undo follows at once, so the version is one further than what this list was drawn with.
  async function archive({ id, name, version, clients }: WordRow, on: boolean) {
    const result = await run({ of, id, version, archived: on });
    if (!result.ok) {
      if (result.code === "conflict") toast.error(ui("conflict.title"));
      return;
    }
    const back = async () => {
      const undone = await run({ of, id, version: version + 1, archived: !on });
      if (undone.ok) toast.success(on ? t("restored", { name }) : t("archivedDone", { name }));
    };
    const description = on && clients > 0 ? t("archivedKept", { count: clients }) : undefined;
    toast.undo(on ? t("archivedDone", { name }) : t("restored", { name }), ui("undo"), back, { description });
  }

  const line = (word: WordRow) => (
    <li
      key={word.id}
      className="flex min-h-row items-center gap-3 border-hair border-b px-2.5 py-1 last:border-b-0 hover:bg-[var(--hover)]"
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className={word.archived ? "break-words text-ink-2" : "break-words"}>{word.name}</span>
        {word.zone && (
          <span className="text-ink-3 text-xs">
            {shortZone(zones.find(({ value }) => value === word.zone)?.label ?? word.zone)}
          </span>
        )}
      </span>
      {word.clients > 0 ? (
        <Link href={`/book?${of}=${word.id}`} className="link num">
          {t("usedBy", { count: word.clients })}
        </Link>
      ) : (
        <span className="num text-ink-3">{t("usedBy", { count: 0 })}</span>
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("actions", { name: word.name })}>
            <Ellipsis aria-hidden size={16} />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent label={t("actions", { name: word.name })} align="end">
          <DropdownMenuItem onSelect={() => show(word)}>
            <Pencil aria-hidden size={14} />
            {t("rename")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => archive(word, !word.archived)}>
            {word.archived ? <Undo2 aria-hidden size={14} /> : <Archive aria-hidden size={14} />}
            {word.archived ? t("restore") : t("archive")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </li>
  );

  const add = (
    <Button onClick={() => show()}>
      <Plus aria-hidden size={15} />
      {t(`add.${of}`)}
    </Button>
  );
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {living.length > 0 && <div className="self-start">{add}</div>}
      <ul className="rounded-lg border border-line bg-sheet">
        {living.length > 0 ? (
          living.map(line)
        ) : (
          <li>
            <EmptyState title={t(`emptyTitle.${of}`)} action={add}>
              {t(`emptyText.${of}`)}
            </EmptyState>
          </li>
        )}
      </ul>
      {archived.length > 0 && (
        <Archived title={t("archivedTitle", { count: String(archived.length) })}>
          <ul className="rounded-lg border border-line bg-sheet">{archived.map(line)}</ul>
        </Archived>
      )}
      <WordDialog of={of} word={edited} zones={zones} open={open} onOpenChange={setOpen} />
    </div>
  );
}
