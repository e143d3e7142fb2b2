"use client";

import { Archive, Ellipsis, Pencil, Plus, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
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
import { useArchive } from "@/components/ui/use-archive";
import { Why } from "@/components/ui/why";
import { addDays, monthOf, yearOf } from "@/lib/domain/calendar-date";
import { archiveProductGroup } from "@/lib/features/products/actions";
import type { GroupPage, GroupRow } from "@/lib/features/products/queries";
import { day, money, monthName } from "@/lib/i18n/format";

const GroupDialog = dynamic(() => import("./group-dialog"), { ssr: false });

/** Product groups: how many products each holds and what was sold in it. */
export function GroupList({ groups, currency, year }: GroupPage) {
  const t = useTranslations("products.groups");
  const products = useTranslations("products");
  const locale = useLocale();
  const archive = useArchive(archiveProductGroup);
  const [edited, setEdited] = useState<GroupRow | "new">();
  const archived = groups.filter((group) => group.archived);
  const living = groups.filter((group) => !group.archived);
  const why = t("turnoverWhy", { from: day(year.from, locale), to: day(addDays(year.to, -1), locale) });

  const put = (group: GroupRow) =>
    archive(group, !group.archived, products(group.archived ? "restored" : "archivedDone", { name: group.name }));

  const line = (group: GroupRow) => {
    const { id, name, turnover, lastMonth } = group;
    const sum = t("turnover", { amount: money(turnover, currency, locale, { short: true }) });
    return (
      <li
        key={id}
        className="flex min-h-row flex-wrap items-center gap-x-3 border-hair border-b px-2.5 py-1 last:border-b-0 hover:bg-[var(--hover)]"
      >
        <span className="min-w-0 flex-1 basis-45 break-words">{name}</span>
        <Link href={`/admin/products?group=${id}`} className="link num sm:w-24 sm:text-right">
          {t("products", { count: group.products })}
        </Link>
        <span className="num text-right sm:w-48">
          <Why label={`${name}: ${sum}`} reason={{ definition: why }}>
            {sum}
          </Why>
        </span>
        <span className="text-ink-2 sm:w-52 sm:text-right">
          {lastMonth
            ? t("lastMonth", { month: `${monthName(monthOf(lastMonth), locale)} ${yearOf(lastMonth)}` })
            : t("never")}
        </span>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t("actions", { name })}>
              <Ellipsis aria-hidden size={16} />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent label={t("actions", { name })} align="end">
            <DropdownMenuItem onSelect={() => setEdited(group)}>
              <Pencil aria-hidden size={14} />
              {t("rename")}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => put(group)}>
              {group.archived ? <Undo2 aria-hidden size={14} /> : <Archive aria-hidden size={14} />}
              {products(group.archived ? "restore" : "archive")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </li>
    );
  };

  const add = (
    <Button onClick={() => setEdited("new")}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      {living.length > 0 && <div className="self-start">{add}</div>}
      {living.length > 0 ? (
        <ul className="rounded-lg border border-line bg-sheet">{living.map(line)}</ul>
      ) : (
        <EmptyState title={t("empty")} action={add}>
          {t("emptyText")}
        </EmptyState>
      )}
      {archived.length > 0 && (
        <Archived title={t("archivedTitle", { count: String(archived.length) })}>
          <ul className="rounded-lg border border-line bg-sheet">{archived.map(line)}</ul>
        </Archived>
      )}
      {edited && <GroupDialog group={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
