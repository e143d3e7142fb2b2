import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { addDays } from "@/lib/domain/calendar-date";
import type { EndingDeputy } from "@/lib/features/assignments/queries";
import { shortDay } from "@/lib/i18n/format";
import { TransferButton } from "./transfer-button";

/** Deputies who stand in only for a few days more, with the way to let them go on. */
export function EndingList({ ending, today }: { ending: readonly EndingDeputy[]; today: string }) {
  const t = useTranslations("assignments");
  const locale = useLocale();
  // The same person, day and owner make one line, which can be prolonged at once.
  const lines = new Map<string, EndingDeputy[]>();
  for (const one of ending) {
    const key = `${one.endsOn} ${one.memberId} ${one.owner}`;
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return (
    <Section title={t("admin.ending")} flush>
      {lines.size === 0 && <p className="px-3.5 py-3 text-ink-3">{t("admin.endingNone")}</p>}
      <ul>
        {[...lines].map(([key, clients]) => {
          const [first] = clients;
          if (!first) return null;
          return (
            <li
              key={key}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
            >
              <span className="w-16 shrink-0 text-amber">{shortDay(addDays(first.endsOn, -1), locale, today)}</span>
              <span className="min-w-0 flex-1 basis-48">
                <span className="font-medium">{first.member}</span>{" "}
                {first.owner && <span className="text-ink-2">{t("admin.endingLine", { owner: first.owner })}</span>}
                <span className="block text-ink-2 text-xs">
                  {clients.slice(0, 3).map(({ clientId, client }, at) => (
                    <span key={clientId}>
                      {at > 0 && ", "}
                      <Link href={`/clients/${clientId}`} className="hover:underline">
                        {client}
                      </Link>
                    </span>
                  ))}
                  {clients.length > 3 && <> {t("admin.unownedMore", { count: clients.length - 3 })}</>}
                </span>
              </span>
              <TransferButton
                size="sm"
                clients={clients.map(({ clientId, client }) => ({ id: clientId, name: client }))}
                start={{ role: "deputy", to: { id: first.memberId, name: first.member }, on: first.endsOn }}
              >
                {t("admin.extend")}
              </TransferButton>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
