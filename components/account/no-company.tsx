"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { signOut, switchCompany } from "@/lib/features/account/actions";

/** The ways on for someone without a company here: another of theirs, or out. */
export function NoCompany({ companies }: { companies: { id: string; name: string }[] }) {
  const t = useTranslations("signUp.noCompany");
  const switching = useAct(switchCompany);
  const leaving = useAct(signOut);

  async function go(company: string) {
    if ((await switching.run({ company })).ok) window.location.assign("/");
  }

  return (
    <div className="flex flex-col gap-3">
      {companies.length > 0 && (
        <div className="flex flex-col gap-1.5">
          <p className="text-ink-2">{t("choose")}</p>
          {companies.map((company) => (
            <Button key={company.id} variant="outline" pending={switching.pending} onClick={() => go(company.id)}>
              {company.name}
            </Button>
          ))}
        </div>
      )}
      <Button
        variant="outline"
        pending={leaving.pending}
        onClick={async () => {
          if ((await leaving.run({})).ok) window.location.assign("/sign-in");
        }}
      >
        {t("signOut")}
      </Button>
    </div>
  );
}
