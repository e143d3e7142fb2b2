import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { TeamNode } from "@/lib/features/teams/queries";
import { TeamRow } from "./team-row";

export type TeamsView = {
  tree: TeamNode[];
  names: Record<string, string>;
  people: { id: string; name: string; team: string | null }[];
  on: string;
  today: string;
};

/** The tree as an indented list: a team, who leads it, who is in it. */
export function TeamTree({ teams }: { teams: TeamsView }) {
  const t = useTranslations("teams");
  if (teams.tree.length === 0)
    return (
      <div className="rounded-lg border border-line bg-sheet">
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      </div>
    );
  const head = "px-2.5 py-2 text-left font-medium text-ink-3 text-xs max-sm:hidden";
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-sheet">
      <table className="w-full max-sm:block">
        <thead className="border-line border-b max-sm:hidden">
          <tr>
            <th className={head}>{t("column.team")}</th>
            <th className={head}>{t("column.leads")}</th>
            <th className={head}>{t("column.members")}</th>
            <th className={`${head} text-right!`}>{t("column.people")}</th>
            <th className={head}>
              <span className="sr-only">{t("actions", { team: "" })}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {teams.tree.map((team) => (
            <TeamRow key={team.id} team={team} view={teams} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
