import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";

/** The year before, the running one and the next; and the one shown, where it is another. */
export function YearSwitch({ year, current }: { year: number; current: number }) {
  const t = useTranslations("plans");
  const years = [...new Set([current - 1, current, current + 1, year])].sort((a, b) => a - b);
  return (
    <nav aria-label={t("title")} className="mb-3 flex flex-wrap gap-1.5">
      {years.map((one) => (
        <ChipLink key={one} href={`/plans?year=${one}`} active={one === year}>
          {t("fiscal", { year: String(one) })}
        </ChipLink>
      ))}
    </nav>
  );
}
