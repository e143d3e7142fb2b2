import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { TimelineEntry as Entry, Timeline as Story, TimelineGroup } from "@/lib/features/timeline/queries";
import { longDay } from "@/lib/i18n/format";
import { TimelineEntry } from "./timeline-entry";

type Props = {
  clientId: string;
  story: Story;
  /** Filters that can be chosen, the one that is, and whether this is not the first page. Without it: a short story, alone. */
  filter?: { groups: readonly TimelineGroup[]; kind: TimelineGroup | null; earlier: boolean };
};

/** One column of what is promised, what is and what was: the third of the three marks. */
export function Timeline({ clientId, story, filter }: Props) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const { ahead, past, today, zone } = story;
  const href = (kind: TimelineGroup | null, before: string | null = null) => {
    const query = new URLSearchParams([...(kind ? [["kind", kind]] : []), ...(before ? [["before", before]] : [])] as [
      string,
      string,
    ][]);
    return `/clients/${clientId}/timeline${query.size > 0 ? `?${query}` : ""}`;
  };
  const list = (entries: readonly Entry[], label: string) => (
    <ol
      aria-label={label}
      className="relative before:absolute before:inset-y-2 before:left-[74px] before:w-px before:bg-line sm:before:left-[94px]"
    >
      {entries.map((entry, at) => (
        <TimelineEntry
          key={entry.key}
          {...{ entry, clientId, today, zone }}
          dated={entries[at - 1]?.day !== entry.day || Boolean(entries[at - 1]?.month)}
        />
      ))}
    </ol>
  );
  const nothing = ahead.length + past.length === 0;
  return (
    <div className="min-w-0">
      {filter && (
        <nav aria-label={t("groupLabel")} data-print="none" className="mb-2 flex flex-wrap gap-1.5">
          <ChipLink href={href(null)} active={filter.kind === null}>
            {t("all")}
          </ChipLink>
          {filter.groups.map((group) => (
            <ChipLink key={group} href={href(group)} active={filter.kind === group}>
              {t(`group.${group}`)}
            </ChipLink>
          ))}
          {!nothing && <TableExport table="client-timeline" also={{ client: clientId }} label={t("title")} />}
        </nav>
      )}
      {filter?.earlier && (
        <p className="mb-1">
          <Link href={href(filter.kind)} className="link">
            {t("newest")}
          </Link>
        </p>
      )}
      {nothing &&
        (filter?.kind || filter?.earlier ? (
          <EmptyState title={t("emptyKind")} />
        ) : (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ))}
      {ahead.length > 0 && list(ahead, t("ahead"))}
      {!nothing && !filter?.earlier && (
        <p className="my-1 border-green border-t border-dashed pt-1 pl-[86px] text-green text-xs sm:pl-24">
          {t("today", { day: longDay(today, locale) })}
        </p>
      )}
      {past.length > 0 && list(past, t("past"))}
      {filter && story.next && (
        <p className="mt-2 pl-[86px] sm:pl-24">
          <Link href={href(filter.kind, story.next)} className="link">
            {t("earlier")}
          </Link>
        </p>
      )}
    </div>
  );
}
