import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";
import { type Dictionary, dictionaries } from "@/lib/features/dictionaries/schema";

type Props = {
  active: Dictionary | "numbers" | "questions" | "cadences" | "measures";
  /** How many words each list holds, where the page knows it. */
  counts?: Partial<Record<Dictionary | "numbers" | "questions" | "cadences", number>>;
};

/** All that an admin words for the company: dictionaries, kinds of key numbers, questions about a business. */
export function DictionaryTabs({ active, counts = {} }: Props) {
  const t = useTranslations("dictionaries");
  const numbers = useTranslations("numbers.kinds");
  const questions = useTranslations("profile.questions");
  const cadence = useTranslations("touches.cadence");
  const navigation = useTranslations("navigation");
  return (
    <nav aria-label={t("tabs")} className="flex flex-wrap gap-1.5">
      {dictionaries.map((one) => (
        <ChipLink key={one} href={`/admin/dictionaries?of=${one}`} active={one === active} count={counts[one]}>
          {t(`kind.${one}`)}
        </ChipLink>
      ))}
      <ChipLink href="/admin/dictionaries/numbers" active={active === "numbers"} count={counts.numbers}>
        {numbers("tab")}
      </ChipLink>
      <ChipLink href="/admin/dictionaries/questions" active={active === "questions"} count={counts.questions}>
        {questions("tab")}
      </ChipLink>
      <ChipLink href="/admin/dictionaries/cadences" active={active === "cadences"}>
        {cadence("title")}
      </ChipLink>
      <ChipLink href="/admin/measures" active={active === "measures"}>
        {navigation("measures")}
      </ChipLink>
      <ChipLink href="/admin/products">{navigation("products")}</ChipLink>
    </nav>
  );
}
