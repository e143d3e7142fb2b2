import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import type { PartnerList as List } from "@/lib/features/partners/queries";
import type { PartnerFilter } from "@/lib/features/partners/schema";
import { NewPartner } from "./partner-buttons";

const kinds = ["contractor", "ad_platform", "logistics", "supplier", "bank", "consultant", "other"] as const;

function hrefOf({ q, kind }: { q: string; kind?: string }): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(kind ? { kind } : {}) }).toString();
  return query ? `/partners?${query}` : "/partners";
}

/** All partner organisations of the company, found by name and kind; the address is the state. */
export function PartnerList({ list, filter }: { list: List; filter: PartnerFilter }) {
  const t = useTranslations("partners");
  const filtered = filter.q !== "" || filter.kind !== undefined;
  if (list.partners.length === 0 && !filtered)
    return (
      <EmptyState title={t("none")} action={list.may.edit && <NewPartner />}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <div className="grid max-w-[860px] gap-3">
      <div className="flex flex-wrap items-center gap-1.5">
        <form action="/partners" className="w-56">
          {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
          <Input
            type="search"
            name="q"
            defaultValue={filter.q}
            placeholder={t("search")}
            aria-label={t("search")}
            className="h-6.5 rounded-full border-line"
          />
        </form>
        <ChipLink href={hrefOf({ q: filter.q })} active={filter.kind === undefined}>
          {t("all")}
        </ChipLink>
        {kinds.map((kind) => (
          <ChipLink key={kind} href={hrefOf({ q: filter.q, kind })} active={filter.kind === kind}>
            {t(`kind.${kind}`)}
          </ChipLink>
        ))}
      </div>
      {list.partners.length === 0 ? (
        <EmptyState
          title={t("noneFound")}
          action={
            <Button asChild variant="outline">
              <Link href="/partners">{t("clear")}</Link>
            </Button>
          }
        />
      ) : (
        <ul className="rounded-lg border border-line bg-sheet">
          {list.partners.map((partner) => (
            <li
              key={partner.id}
              className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-0.5 border-hair border-b px-3.5 py-1.5 last:border-b-0 hover:bg-[var(--hover)]"
            >
              <span className="flex min-w-0 flex-[2_1_220px] flex-wrap items-center gap-x-2">
                <Link href={`/partners/${partner.id}`} className="font-medium hover:underline">
                  {partner.name}
                </Link>
                <Badge>{t(`kind.${partner.kind}`)}</Badge>
                {partner.archived && <Badge tone="amber">{t("archived")}</Badge>}
              </span>
              <span className="flex-[1_1_110px] text-ink-2">{partner.city}</span>
              <span className="num flex-[1_1_90px] text-ink-3">{t("peopleCount", { count: partner.people })}</span>
              <span className="num flex-[1_1_120px] text-ink-3">{t("clientsCount", { count: partner.clients })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
