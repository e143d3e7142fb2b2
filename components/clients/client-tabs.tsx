import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/tabs";

/** The tabs of a client's page, in their order. A feature adds its segment of the address here, and its name to the messages. */
const tabs = [
  { key: "overview", segment: "" },
  { key: "timeline", segment: "/timeline" },
  { key: "business", segment: "/business" },
  { key: "people", segment: "/people" },
  { key: "sales", segment: "/sales" },
  { key: "contracts", segment: "/contracts" },
  { key: "history", segment: "/history" },
] as const;

export type ClientTab = (typeof tabs)[number]["key"];

export function ClientTabs({ id, counts }: { id: string; counts: Partial<Record<ClientTab, number>> }) {
  const t = useTranslations("clients.tabs");
  const items = tabs.map(({ key, segment }) => ({
    href: `/clients/${id}${segment}`,
    label: t(key),
    count: counts[key],
  }));
  return <LinkTabs items={items} label={t("label")} />;
}
