"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import type { DemoCompany } from "@/lib/features/sign-up/queries";

type Props = {
  companies: DemoCompany[];
  password: string;
  /** The address in the form above. */
  chosen: string;
  onChoose: (email: string) => void;
};

/** Who one can be in the demo: one click fills the form. */
export function DemoPeople({ companies, password, chosen, onChoose }: Props) {
  const t = useTranslations("signUp.demo");
  return (
    <section aria-label={t("title")} className="mt-5 border-line border-t pt-4">
      <h2 className="font-medium">{t("title")}</h2>
      <p className="mt-0.5 text-ink-3 text-xs">{t("hint", { password })}</p>
      {companies.map((company) => (
        <div key={company.name} className="mt-3">
          <h3 className="mb-1 font-medium text-ink-3 text-xs">{company.name}</h3>
          <ul className="-mx-2 flex flex-col">
            {company.people.map((person) => (
              <li key={person.email}>
                <button
                  type="button"
                  aria-label={t("as", { name: person.name })}
                  aria-pressed={chosen === person.email}
                  onClick={() => onChoose(person.email)}
                  className={cn(
                    "flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-[var(--hover)]",
                    chosen === person.email && "bg-green-soft",
                  )}
                >
                  <Avatar name={person.name} size={24} />
                  <span className="min-w-0 flex-1 truncate">{person.name}</span>
                  <span className="max-w-[55%] truncate text-ink-3 text-xs">{t(`role.${person.role}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
