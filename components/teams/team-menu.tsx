"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { reopenTeam } from "@/lib/features/teams/actions";
import type { TeamNode } from "@/lib/features/teams/queries";
import { CloseTeam } from "./close-team";
import { EndPlace } from "./end-place";
import { PlaceDialog } from "./place-dialog";
import { TeamDialog } from "./team-dialog";
import type { TeamsView } from "./team-tree";

type Asked = "rename" | "move" | "place" | "end" | "close";

/** What can be done with a team, its people included. */
export function TeamMenu({ team, view }: { team: TeamNode; view: TeamsView }) {
  const t = useTranslations("teams");
  const [asked, setAsked] = useState<Asked>();
  const { run, pending } = useAct(reopenTeam);
  const done = () => setAsked(undefined);
  const places = [...team.leads, ...team.members, ...team.laterPlaces];
  const { today } = view;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("actions", { team: team.name })} disabled={pending}>
            <Ellipsis aria-hidden size={15} />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent label={t("actions", { team: team.name })} align="end">
          <DropdownMenuItem onSelect={() => setAsked("rename")}>{t("rename")}</DropdownMenuItem>
          {team.closedOn ? (
            <DropdownMenuItem
              onSelect={async () => {
                if ((await run({ id: team.id, version: team.version })).ok) toast.success(t("reopened"));
              }}
            >
              {t("reopen")}
            </DropdownMenuItem>
          ) : (
            <>
              <DropdownMenuItem onSelect={() => setAsked("move")}>{t("move")}</DropdownMenuItem>
              <DropdownMenuItem onSelect={() => setAsked("place")}>{t("place.menu")}</DropdownMenuItem>
              {places.length > 0 && (
                <DropdownMenuItem onSelect={() => setAsked("end")}>{t("place.end")}</DropdownMenuItem>
              )}
              <DropdownMenuSeparator />
              <DropdownMenuItem tone="red" onSelect={() => setAsked("close")}>
                {t("close")}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {(asked === "rename" || asked === "move") && (
        <TeamDialog kind={asked} team={team} tree={view.tree} today={today} onClose={done} />
      )}
      {asked === "place" && <PlaceDialog team={team} people={view.people} today={today} onClose={done} />}
      {asked === "close" && <CloseTeam team={team} today={today} onClose={done} />}
      {asked === "end" && <EndPlace places={places} team={team} today={today} onClose={done} />}
    </>
  );
}
