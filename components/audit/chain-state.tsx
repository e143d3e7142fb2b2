"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { checkSeals } from "@/lib/features/audit/actions";
import { moment, number } from "@/lib/i18n/format";

type Props = { chain: { seals: number; sealedAt: Date | null; unsealed: number }; zone: string };

/** How far the trail is sealed, and whether the seals hold: recomputing them takes a moment, so it is asked for. */
export function ChainState({ chain, zone }: Props) {
  const t = useTranslations("audit.chain");
  const locale = useLocale();
  const { run, pending } = useAct(checkSeals);
  const [found, setFound] = useState<{ brokenAt: string | null }>();
  const state = chain.sealedAt
    ? t("state", { seals: chain.seals, when: moment(chain.sealedAt, zone, locale) })
    : t("none");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-2">
      <span title={number(chain.unsealed, locale)}>
        {t("title")}: {state}
        {chain.unsealed > 0 && `; ${t("unsealed", { count: chain.unsealed })}`}
      </span>
      <Button
        variant="outline"
        size="sm"
        pending={pending}
        onClick={async () => {
          const result = await run({});
          if (result.ok) setFound(result.value);
        }}
      >
        {t("check")}
      </Button>
      <span role="status" className="inline-flex items-center gap-1.5">
        {found && !found.brokenAt && (
          <>
            <ShieldCheck aria-hidden size={15} className="text-green" />
            {t("holds")}
          </>
        )}
        {found?.brokenAt && (
          <>
            <ShieldAlert aria-hidden size={15} className="text-red" />
            <span className="text-red">{t("broken", { when: moment(new Date(found.brokenAt), zone, locale) })}</span>
          </>
        )}
      </span>
    </div>
  );
}
