"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** A number that people paste elsewhere, with the button for it. */
export function Copyable({ value, what }: { value: string; what: string }) {
  const t = useTranslations("clients.requisites");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="inline-flex items-center gap-1">
      <span className="select-all tabular-nums">{value}</span>
      <Button
        variant="ghost"
        size="icon-sm"
        className="-my-1"
        data-print="none"
        aria-label={t("copy", { what })}
        onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
      >
        {copied ? <Check aria-hidden size={14} className="text-green" /> : <Copy aria-hidden size={14} />}
      </Button>
      <span role="status" className="text-green text-xs">
        {copied && t("copied")}
      </span>
    </span>
  );
}
