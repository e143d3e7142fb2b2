import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import type { SlipView } from "@/lib/features/pay/queries/slip-view";
import { money } from "@/lib/i18n/format";

/** R35: what comes beside the money, for information. */
export function PackageCard({ content }: { content: SlipView["content"] }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  if (content.package.length === 0) return null;
  return (
    <Section title={t("package")}>
      <ul>
        {content.package.map(({ name, amount }) => (
          <li key={name} className="flex items-baseline gap-2 border-hair border-b py-1.5 last:border-b-0">
            <span className="flex-1">{name}</span>
            {amount !== null && <span className="num text-ink-2">{money(amount, content.currency, locale)}</span>}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-3 text-xs">{t("packageHint")}</p>
    </Section>
  );
}
