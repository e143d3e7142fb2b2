import { useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Link } from "@/components/ui/link";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { ClientReasons } from "./client-reasons";
import { progressHref } from "./progress-href";
import { useSums } from "./sums";

/** The members furthest below the plan to date, each with the clients that make it and why. */
export function WhoBehind({ progress: { behind, currency, state, leads, knowsPlan } }: { progress: Progress }) {
  const t = useTranslations("progress.behind");
  const words = useTranslations("words");
  const { short, full } = useSums(currency);
  if (!knowsPlan) return null;
  return (
    <div>
      <div className="mb-1 flex items-center justify-between">
        <h3 className="text-ink-3 text-xs">{t("title")}</h3>
        {behind.length > 0 && <TableExport table="progress-behind" label={t("title")} />}
      </div>
      {behind.length === 0 && <p className="text-ink-2">{t("nobody")}</p>}
      <ul className="flex flex-col gap-1.5">
        {behind.map((member) => (
          <li key={member.memberId} className="leading-relaxed">
            {leads && (
              <Link
                href={progressHref(state, {
                  by: "client",
                  member: member.memberId.startsWith("00000000") ? "none" : member.memberId,
                })}
                className="font-semibold hover:underline"
                title={full(member.deviation)}
              >
                {member.name ?? words("unassigned")} <span className="font-normal">{short(member.deviation)}:</span>
              </Link>
            )}{" "}
            {member.clients.map((client, at) => (
              <span key={client.id} className="mr-1 inline-block">
                {client.reached ? (
                  <Link href={`/clients/${client.id}`} className="link">
                    {client.label}
                  </Link>
                ) : (
                  client.label
                )}{" "}
                <span className="text-red" title={full(client.deviation)}>
                  {short(client.deviation)}
                </span>
                {at < member.clients.length - 1 && client.reasons.length === 0 && ","}{" "}
                <ClientReasons reasons={client.reasons} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
