import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { addDays } from "@/lib/domain/calendar-date";
import { collator } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { heldFilter, holdersFilter } from "../schema";
import { listUpcoming } from "./changes";
import { type HeldClient, listHeld } from "./holder";
import { type HolderRow, listHolders } from "./overview";

const AT_ONCE = 1000;

/** Who has how many clients of which kind, as a file. */
export const exportHolders = exportFile(
  { name: "holders", ability: "assignment:edit", filter: holdersFilter },
  async (scope): Promise<Exported<HolderRow>> => {
    const t = translator(scope.locale, "assignments");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, number } = exportFields<HolderRow>(scope);
    const tier = (letter: "A" | "B" | "C") =>
      number(letter, e("tierOf", { tier: letter }), (row) => row[`tier${letter}`]);
    const owners = (await listUpcoming(scope)).filter((one) => one.role === "primary");
    const ahead = (key: "toId" | "fromId", id: string) =>
      owners.filter((one) => one[key] === id).reduce((sum, { clients }) => sum + clients.length, 0);
    return {
      title: t("title"),
      fields: [
        text("person", e("teams"), (row) => row.teams.map(({ name }) => name).join(", "), 24),
        text("person", t("admin.person"), (row) => row.name, 30),
        number("clients", t("admin.clients"), (row) => row.clients),
        tier("A"),
        tier("B"),
        tier("C"),
        number("none", words("tier.none"), (row) => row.clients - row.tierA - row.tierB - row.tierC),
        number("modes", words("workMode.proactive"), (row) => row.proactive),
        number("modes", words("workMode.mixed"), (row) => row.mixed),
        number("modes", words("workMode.reactive"), (row) => row.reactive),
        number("deputy", t("admin.deputy"), (row) => row.deputy),
        number("ahead", e("gains"), (row) => ahead("toId", row.id)),
        number("ahead", e("losses"), (row) => ahead("fromId", row.id)),
      ],
      rows: byTeam(await listHolders(scope), scope.locale),
    };
  },
);

/** As the screen has them: under their first team, those without one at the end. */
function byTeam(holders: readonly HolderRow[], locale: Locale): HolderRow[] {
  const { compare } = collator(locale);
  const team = ({ teams }: HolderRow) => teams[0]?.name ?? "";
  return holders.toSorted(
    (a, b) => Number(team(a) === "") - Number(team(b) === "") || compare(team(a), team(b)) || compare(a.name, b.name),
  );
}

/** The clients of one member, or of nobody, as a file. */
export const exportHeld = exportFile(
  { name: "held", ability: "assignment:edit", filter: heldFilter },
  async (scope, { holder, ...filter }): Promise<Exported<HeldClient>> => {
    if (holder === undefined) throw new Refusal("not-found");
    const t = translator(scope.locale, "assignments");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, day } = exportFields<HeldClient>(scope);
    const part = (page: number) => listHeld(scope, holder, { ...filter, page, size: AT_ONCE });
    const first = await part(1);
    return {
      title: first.holder ? t("holder.title", { name: first.holder.name }) : t("holder.nobody"),
      fields: [
        text("name", t("holder.client"), (row) => row.name, 36),
        text("name", e("code"), (row) => row.code),
        text("tier", t("holder.tier"), (row) => row.tier),
        text("mode", t("holder.mode"), (row) => words(`workMode.${row.workMode}`)),
        text("region", t("holder.region"), (row) => row.region),
        day("since", t("holder.since"), (row) => row.since),
        text("deputy", t("holder.deputy"), (row) => row.deputy?.name ?? null, 24),
        day("deputy", e("lastDay"), (row) => (row.deputy?.until ? addDays(row.deputy.until, -1) : null)),
        text("next", e("nextOwner"), (row) => row.next && (row.next.name ?? e("nobody")), 24),
        day("next", e("nextDay"), (row) => row.next?.on ?? null),
      ],
      rows: inParts(AT_ONCE, async (page) => (page === 1 ? first : await part(page)).rows),
    };
  },
);
