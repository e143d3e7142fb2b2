"use client";

import { CornerDownRight, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";
import type { PlaceRow, TeamNode } from "@/lib/features/teams/queries";
import { day, number } from "@/lib/i18n/format";
import { TeamMenu } from "./team-menu";
import type { TeamsView } from "./team-tree";

export function TeamRow({ team, view }: { team: TeamNode; view: TeamsView }) {
  const t = useTranslations("teams");
  const locale = useLocale();
  const cell = "px-2.5 py-2 align-top max-sm:block max-sm:px-3.5 max-sm:py-0.5";
  // Where there is no head above, each cell says what it is.
  const small = "mr-2 text-2xs text-ink-3 sm:hidden";
  return (
    <tr className="border-hair border-b last:border-b-0 max-sm:relative max-sm:block max-sm:py-2">
      <th scope="row" className={`${cell} text-left font-medium`}>
        <span className="flex items-start gap-1.5" style={{ paddingInlineStart: team.depth * 20 }}>
          {team.depth > 0 && <CornerDownRight aria-hidden size={14} className="mt-0.5 shrink-0 text-ink-3" />}
          <span className="min-w-0">
            {team.name} {team.closedOn && team.closedOn <= view.on && <Badge>{t("closed")}</Badge>}
            {team.laterMoves.map((move) => (
              <span key={move.on} className="block font-normal text-amber text-xs">
                {move.parentId
                  ? t("later.under", { day: day(move.on, locale), team: view.names[move.parentId] ?? "" })
                  : t("later.top", { day: day(move.on, locale) })}
              </span>
            ))}
          </span>
        </span>
      </th>
      <td className={cell}>
        <span className={small}>{t("column.leads")}</span>
        {team.leads.length > 0 ? (
          team.leads.map((lead) => <PlaceName key={lead.id} place={lead} />)
        ) : (
          <span className="text-ink-3">{t("noLead")}</span>
        )}
      </td>
      <td className={cell}>
        <span className={small}>{t("column.members")}</span>
        {team.members.length === 0 && team.laterPlaces.length === 0 && (
          <span className="text-ink-3">{t("noMembers")}</span>
        )}
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 max-sm:inline-flex">
          {team.members.map((member) => (
            <li key={member.id}>
              <PlaceName place={member} />
            </li>
          ))}
          {team.laterPlaces.map((place) => (
            <li key={place.id} className="text-amber">
              {t(place.role === "lead" ? "later.lead" : "later.member", {
                name: place.name,
                day: day(place.startsOn, locale),
              })}
            </li>
          ))}
        </ul>
      </td>
      <td className={`${cell} num text-right text-ink-2 max-sm:hidden`}>{number(team.people, locale)}</td>
      <td className={`${cell} w-10 text-right max-sm:absolute max-sm:top-1 max-sm:right-0`}>
        <div className="-my-1">
          <TeamMenu team={team} view={view} />
        </div>
      </td>
    </tr>
  );
}

function PlaceName({ place }: { place: PlaceRow }) {
  const t = useTranslations("teams");
  const locale = useLocale();
  return (
    <span className="inline-flex items-center gap-1">
      {place.name}
      {place.endsOn && <span className="text-amber text-xs">{t("until", { day: day(place.endsOn, locale) })}</span>}
      {place.powerless && (
        <Tooltip content={t("powerless")}>
          <button type="button" aria-label={t("powerless")} className="text-amber">
            <TriangleAlert aria-hidden size={13} />
          </button>
        </Tooltip>
      )}
    </span>
  );
}
