"use client";

import { useTranslations } from "next-intl";
import ErrorState from "./error-state";

/** A page that failed: for want of a free connection it says so and asks for patience, else it gives the number to name when asking for help. */
export default function FailedPage({ digest, retry }: { digest?: string; retry: () => void }) {
  const t = useTranslations("ui.error");
  if (digest !== "busy") return <ErrorState request={digest} retry={retry} />;
  return (
    <ErrorState title={t("busy")} retry={retry}>
      {t("busyText")}
    </ErrorState>
  );
}
