"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { useSendExport } from "./send-export";

/** Whole data of the company in the form in which the import takes it. `kinds`: names and labels of the kinds of import. */
export function ExportMenu({ kinds }: { kinds: readonly { name: string; label: string }[] }) {
  const t = useTranslations("ui.export");
  const send = useSendExport();
  const [open, setOpen] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    setOpen(false);
    send("data", { format: chosen.get("format") === "csv" ? "csv" : "xlsx", query: `kind=${chosen.get("kind")}` });
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline">
          <Download aria-hidden size={15} />
          {t("data")}
        </Button>
      </PopoverTrigger>
      <PopoverContent label={t("data")} align="end" className="w-72">
        <form onSubmit={submit} className="flex flex-col gap-3">
          <p className="text-ink-2 text-xs">{t("dataHint")}</p>
          <Field label={t("dataOf")}>
            <Select name="kind" options={kinds.map(({ name, label }) => ({ value: name, label }))} />
          </Field>
          <Field label={t("format")}>
            <Select name="format" options={(["xlsx", "csv"] as const).map((value) => ({ value, label: t(value) }))} />
          </Field>
          <Button type="submit">{t("menu")}</Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
