"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useQueryHref } from "@/components/ui/query-href";
import type { AuditChange, AuditRow } from "@/lib/features/audit/queries";
import { moment } from "@/lib/i18n/format";
import { useAuditWords } from "./audit-words";

const tones: Record<AuditRow["op"], Tone> = { insert: "green", update: "blue", delete: "red", event: "neutral" };
const FEW = 4;

export function AuditEntry({ row, zone }: { row: AuditRow; zone: string }) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const words = useAuditWords(zone);
  const { hrefWith } = useQueryHref();
  const [all, setAll] = useState(false);
  const shown = all ? row.changes : row.changes.slice(0, FEW);
  const rest = row.changes.length - FEW;
  const cell = "px-2.5 py-2 align-top max-sm:block max-sm:px-3.5 max-sm:py-0.5";
  return (
    <tr className="border-hair border-b last:border-b-0 max-sm:block max-sm:py-2">
      <td
        className={`${cell} whitespace-nowrap text-ink-2`}
        title={row.request ? `${t("column.request")}: ${row.request}` : undefined}
      >
        {moment(row.at, zone, locale)}
      </td>
      <td className={cell}>
        {row.member ?? (
          <span className="text-ink-3">{t(row.action === "acceptInvitation" ? "visitor" : "system")}</span>
        )}
      </td>
      <td className={cell}>
        <span className="block">{words.action(row.action)}</span>
        <span className="flex flex-wrap items-center gap-x-1.5 text-ink-3 text-xs">
          <Badge tone={tones[row.op]}>{t(`op.${row.op}`)}</Badge>
          {row.table && words.table(row.table)}
          {row.client && (
            <Link href={hrefWith({ client: row.client.id, before: null })} className="link">
              {row.client.name}
            </Link>
          )}
        </span>
      </td>
      <td className={`${cell} min-w-0 break-words`}>
        <ul>
          {shown.map((change) => (
            <li key={change.column}>
              <Change change={change} row={row} words={words} />
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("less") : t("more", { count: rest })}
          </button>
        )}
      </td>
    </tr>
  );
}

type Words = ReturnType<typeof useAuditWords>;

function Change({ change, row, words }: { change: AuditChange; row: AuditRow; words: Words }) {
  const t = useTranslations("audit");
  const { column, before, after, masked } = change;
  const { op } = row;
  const value = (given: unknown) => <span className="break-words">{words.value(column, given)}</span>;
  return (
    <>
      <span className="text-ink-3">{words.field(column, row.table)}: </span>
      {masked ? (
        <span className="text-ink-2 italic">{t("changed")}</span>
      ) : op === "update" ? (
        <>
          <span className={cn("text-ink-2", before !== null && "line-through decoration-ink-3")}>{value(before)}</span>
          {" → "}
          {value(after)}
        </>
      ) : (
        value(op === "delete" ? before : after)
      )}
    </>
  );
}
