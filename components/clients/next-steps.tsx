import { useLocale, useTranslations } from "next-intl";
import { useReasonSentence } from "@/components/today/reason-words";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ClientStep } from "@/lib/domain/client-steps";
import { list, relativeDays } from "@/lib/i18n/format";
import { inSentence } from "@/lib/i18n/in-sentence";

type Props = { clientId: string; steps: readonly ClientStep[]; today: string };

const place = {
  promise: "#promises",
  theirs: "#promises",
  rhythm: "/people",
  contract: "/contracts",
  touch: "/timeline",
  executive: "/people",
  person: "/people",
  birthday: "/people",
  need: "/business#needs",
  number: "/business",
  level: "/people",
  profile: "/business#profile",
} as const;

/** Late by our own fault, or what may cost the client: as on Today. */
const pressing: ReadonlySet<ClientStep["kind"]> = new Set(["promise", "rhythm"]);

/** What to do next for this client and why, what was promised first (lib/domain/client-steps). */
export function NextSteps({ clientId, steps, today }: Props) {
  const t = useTranslations("clients.steps");
  const reason = useReasonSentence(today);
  const locale = useLocale();

  function said(step: ClientStep): string {
    if (step.kind === "promise") return t("promise", { count: step.count, late: step.late });
    if (step.kind === "theirs") return t("theirs", { count: step.count, late: step.late });
    if (step.kind === "birthday") return t("birthday", { name: step.name, when: relativeDays(step.daysAway, locale) });
    if (step.kind === "need") return t("need", { title: step.title, more: step.count - 1 });
    if (step.kind === "number") return t("number", { names: list(step.names.map(inSentence), locale) });
    if (step.kind === "level") return t(step.state, { level: t(`level.${step.level}`) });
    if (step.kind === "profile") return t("profile", { left: step.left, percent: String(step.percent) });
    return reason(step);
  }

  return (
    <Section title={t("title")} className="max-lg:order-first">
      {steps.length === 0 && <p className="py-1 text-ink-3">{t("none")}</p>}
      <ul>
        {steps.map((step) => {
          const text = said(step);
          const verb = t(`do.${step.kind}`);
          const href = `/clients/${clientId}${place[step.kind]}`;
          return (
            <li key={step.kind} className="flex min-h-8 items-start gap-2 border-hair border-b py-1.5 last:border-b-0">
              <span className={`min-w-0 flex-1 ${pressing.has(step.kind) ? "text-red" : ""}`}>{text}</span>
              <Link href={href} aria-label={`${verb}: ${text}`} className="link whitespace-nowrap">
                {verb}
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
