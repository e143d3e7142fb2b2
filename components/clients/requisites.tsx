import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { PropertyList } from "@/components/ui/property-list";
import type { ClientView } from "@/lib/features/clients/queries";
import { Copyable } from "./copyable";

/** The numbers of a company for contracts and invoices, each with a button to copy it and what its check digits say. */
export function Requisites({ client }: { client: ClientView }) {
  const t = useTranslations("clients");
  const words = useTranslations("words");
  const errors = useTranslations("errors");
  const ogrn = client.kind === "entrepreneur" ? t("form.ogrnip") : t("form.ogrn");
  const number = (field: "inn" | "kpp" | "ogrn", what: string) => {
    const value = client[field];
    const fault = client.faults[field];
    return {
      label: what,
      value: value && (
        <span className="flex flex-wrap items-center gap-x-2">
          <Copyable value={value} what={what} />
          {fault ? (
            <span className="inline-flex items-center gap-1 text-amber text-xs">
              <CircleAlert aria-hidden size={14} />
              {errors(fault)}
            </span>
          ) : (
            field !== "kpp" && (
              <span title={t("requisites.valid")} className="text-green">
                <CircleCheck aria-hidden size={14} />
                <span className="sr-only">{t("requisites.valid")}</span>
              </span>
            )
          )}
        </span>
      ),
    };
  };
  const items = [
    { label: t("requisites.kind"), value: words(`clientKind.${client.kind}`) },
    {
      label: t("requisites.legalName"),
      value: client.legalName && <Copyable value={client.legalName} what={t("requisites.legalName")} />,
    },
    ...(client.requisites ? [number("inn", t("form.inn"))] : []),
    ...(client.requisites && client.kind === "company" ? [number("kpp", t("form.kpp"))] : []),
    ...(client.requisites && client.kind !== "person" ? [number("ogrn", ogrn)] : []),
  ];
  return (
    <Section title={t("requisites.title")}>
      <PropertyList items={items} />
    </Section>
  );
}
