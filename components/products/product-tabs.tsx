import { useTranslations } from "next-intl";
import { ChipLink } from "@/components/ui/chip";

const tabs = [
  { key: "products", href: "/admin/products" },
  { key: "groups", href: "/admin/products/groups" },
  { key: "rates", href: "/admin/products/rates" },
] as const;

export function ProductTabs({ active }: { active: (typeof tabs)[number]["key"] }) {
  const t = useTranslations("products.tabs");
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-1.5">
      {tabs.map(({ key, href }) => (
        <ChipLink key={key} href={href} active={key === active}>
          {t(key)}
        </ChipLink>
      ))}
    </nav>
  );
}
