import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { interestOf, type TodayReason } from "@/lib/domain/today";
import { useReasonSentence } from "./reason-words";

/** One reason in a sentence; what serves the client says so (R30). Red is for what is late by our own fault or may cost the client. */
export function ReasonLine({ reason, today }: { reason: TodayReason; today: string }) {
  const t = useTranslations("today");
  const sentence = useReasonSentence(today)(reason);
  const pressing = reason.kind === "rhythm" || (reason.kind === "promise-ours" && reason.late > 0);
  return (
    <li>
      <span className={pressing ? "text-red" : reason.kind === "numbers" ? "text-ink-3" : undefined}>{sentence}</span>
      {interestOf(reason) === "client" && (
        <>
          {" "}
          <Badge tone="green">{t("forClient")}</Badge>
        </>
      )}
    </li>
  );
}
