import { useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PropertyList } from "@/components/ui/property-list";
import type { PartnerView } from "@/lib/features/partners/queries";

/** Where a partner is found, and for which of the reader's clients it works. */
export function PartnerFacts({ partner }: { partner: PartnerView }) {
  const t = useTranslations("partners");
  return (
    <div className="grid gap-3.5">
      <Section
        title={t("clients")}
        action={
          partner.clients.length > 0 && (
            <TableExport table="partner-clients" also={{ partner: partner.id }} label={t("clients")} />
          )
        }
      >
        {partner.clients.length === 0 && <p className="py-1 text-ink-3">{t("noClients")}</p>}
        <ul>
          {partner.clients.map(({ id, name, role }) => (
            <li
              key={`${id} ${role}`}
              className="flex min-h-8 items-center gap-2 border-hair border-b py-1 last:border-b-0"
            >
              <Link href={`/clients/${id}`} className="min-w-0 flex-1 hover:underline">
                {name}
              </Link>
              <span className="text-ink-3 text-xs">{t(`kind.${role}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("note")}>
        <PropertyList
          items={[
            { label: t("city"), value: partner.city },
            {
              label: t("website"),
              value: partner.website && (
                <a href={partner.website} target="_blank" rel="noreferrer noopener" className="link break-all">
                  {partner.website.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
                </a>
              ),
            },
            { label: t("note"), value: partner.note && <span className="whitespace-pre-line">{partner.note}</span> },
          ]}
        />
      </Section>
    </div>
  );
}
