import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import type { RecentOrder } from "@/lib/features/assignments/queries";
import { moment, shortDay } from "@/lib/i18n/format";
import { UndoOrder } from "./undo-order";

/** The newest orders with who gave them, and undo as long as nothing else has touched what they changed. */
export function RecentList(props: { orders: readonly RecentOrder[]; own: boolean; today: string; zone: string }) {
  const t = useTranslations("assignments.admin");
  const words = useTranslations("words");
  const locale = useLocale();
  const who = (one: RecentOrder) => {
    const role = words(`assignmentRole.${one.role}`);
    if (one.role !== "primary") return one.to ? `${role}: ${one.to}` : t("recentEnd", { role });
    return t("recentFrom", {
      from: one.from.join(", ") || words("unassigned"),
      to: one.to ?? words("unassigned"),
    });
  };
  const title = props.own ? t("recentOwn") : t("recent");
  return (
    <Section
      title={title}
      flush
      action={props.orders.length > 0 && <TableExport table="recent-orders" label={title} />}
    >
      {props.orders.length === 0 && <p className="px-3.5 py-3 text-ink-3">{t("recentNone")}</p>}
      <ul>
        {props.orders.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
          >
            <span className="w-16 shrink-0 text-ink-2">{shortDay(one.on, locale, props.today)}</span>
            <span className="min-w-0 flex-1 basis-56 break-words">
              <span className={one.undone ? "text-ink-2 line-through" : "font-medium"}>{who(one)}</span>{" "}
              <span className="text-ink-2">{words("count.clients", { count: one.clients })}</span>{" "}
              {one.undone && <Badge>{t("recentUndone")}</Badge>}
              <span className="block text-ink-2 text-xs">
                {t("names", { names: one.names.join(", "), more: Math.max(0, one.clients - one.names.length) })}
                {one.reason && ` · ${one.reason}`}
              </span>
            </span>
            <span className="text-ink-3 text-xs">
              {t("by", { name: one.by ?? words("noValue"), at: moment(one.at, props.zone, locale) })}
            </span>
            {one.undoable && (
              <UndoOrder transfer={one.id} label={`${t("recentUndo")}: ${who(one)}`}>
                {t("recentUndo")}
              </UndoOrder>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
