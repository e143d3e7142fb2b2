import { type CalendarDate, yearOf } from "@/lib/domain/calendar-date";
import { clientNameKey } from "@/lib/domain/client-name";
import { completeInn, completeOgrn } from "@/lib/domain/requisites";
import { momentOf } from "../dates";
import { slug } from "../naming";
import { type Random, randomFor } from "../random";
import type { Client, ClientTag, Industry, Region, Tag } from "../rows";
import { regions } from "../words/places";
import { tags, trades } from "../words/trades";
import type { Draft } from "./drafts";
import { SHOWN } from "./stars";

export type Dictionaries = { industry: Industry[]; region: Region[]; tag: Tag[] };

export function dictionaries(): Dictionaries {
  const random = randomFor("sever-torg/dictionaries");
  return {
    industry: trades.map(({ industry }) => ({ id: random.uuid(), name: industry })),
    region: regions.map(({ name, zone }) => ({ id: random.uuid(), name, zone })),
    tag: tags.map(([name]) => ({ id: random.uuid(), name })),
  };
}

const idOf = (rows: readonly { id: string; name: string }[], name: string | undefined): string | null =>
  rows.find((row) => row.name === name)?.id ?? null;

/** Rows for drafts, in the same order. The longer a client is with us, the lower its code. */
export function clientRows(
  drafts: readonly Draft[],
  archivedOn: ReadonlyMap<Draft, CalendarDate>,
  words: Dictionaries,
): Map<Draft, Client> {
  const random = randomFor("sever-torg/requisites");
  const offices = new Offices(random);
  const since = (draft: Draft) => draft.since ?? "9999";
  const byAge = [...drafts].sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
  const codes = new Map(byAge.map((draft, index) => [draft, String(1001 + index)]));
  const rows = new Map<Draft, Client>();
  // A head comes before its companies, so its row is there when theirs are made.
  for (const draft of drafts) {
    const head = draft.head ? rows.get(draft.head) : undefined;
    const ended = archivedOn.get(draft);
    rows.set(draft, {
      id: random.uuid(),
      code: codes.get(draft) ?? "",
      kind: draft.kind,
      name: draft.name,
      legal_name: draft.legalName,
      name_key: clientNameKey(draft.name),
      parent_id: head?.id ?? null,
      ...requisites(draft, head, offices, random),
      industry_id: idOf(words.industry, draft.trade?.industry),
      region_id: idOf(words.region, draft.region.name) ?? "",
      city: draft.city,
      zone: draft.region.zone,
      website:
        draft.kind === "company" && !draft.branch && random.chance(0.6) ? `https://${slug(draft.name)}.example` : null,
      tier: draft.tier,
      work_mode: draft.workMode,
      since: draft.since,
      archived_at: ended ? momentOf(ended) : null,
    });
  }
  return rows;
}

type Numbers = Pick<Client, "inn" | "kpp" | "ogrn">;

function requisites(draft: Draft, head: Client | undefined, offices: Offices, random: Random): Numbers {
  const { taxCode } = draft.region;
  const year = draft.since ? yearOf(draft.since) : 2015;
  const registered = String(Math.max(2002, year - random.int(0, 9)) % 100).padStart(2, "0");
  if (draft.branch && head?.inn) return { inn: head.inn, kpp: `${taxCode}9943001`, ogrn: head.ogrn };
  const known = random.chance(draft.head || draft.tier === "A" ? 1 : draft.kind === "person" ? 0.3 : 0.93);
  const ordinal = offices.next(taxCode);
  if (!known) return { inn: null, kpp: null, ogrn: null };
  if (draft.kind === "company") {
    const ogrn = completeOgrn(`1${registered}${taxCode}99${ordinal}`);
    return { inn: completeInn(`${taxCode}99${ordinal}`), kpp: `${taxCode}9901001`, ogrn };
  }
  const ogrn = draft.kind === "entrepreneur" ? completeOgrn(`3${registered}${taxCode}9900${ordinal}`) : null;
  return { inn: completeInn(`${taxCode}99${ordinal}0`), kpp: null, ogrn };
}

/** No region has a tax office 99, so these numbers pass every check and are nobody's. */
class Offices {
  private readonly given = new Set<string>();
  constructor(private readonly random: Random) {}

  next(taxCode: string): string {
    for (;;) {
      const ordinal = String(this.random.int(1000, 99_999)).padStart(5, "0");
      if (this.given.has(taxCode + ordinal)) continue;
      this.given.add(taxCode + ordinal);
      return ordinal;
    }
  }
}

export function tagRows(clients: readonly Client[], words: Dictionaries): ClientTag[] {
  const random = randomFor("sever-torg/tags");
  return clients.flatMap((client) =>
    tags.flatMap(([name, often]) => {
      const tag = idOf(words.tag, name);
      // What the tag says is not what the shown client's contract says.
      const isWrong = client.name === SHOWN && name === "отсрочка 30 дней";
      return tag && client.kind !== "person" && random.chance(often) && !isWrong
        ? [{ client_id: client.id, tag_id: tag }]
        : [];
    }),
  );
}
