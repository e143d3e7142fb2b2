"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { columnLetter } from "@/lib/domain/import/cell";
import { encodings } from "@/lib/domain/import/kind-names";
import type { inspectImport } from "@/lib/features/imports/actions";
import type { RunOptions } from "@/lib/features/imports/schema";
import type { Reading } from "./mapping-draft";

type Look = Extract<Awaited<ReturnType<typeof inspectImport>>, { ok: true }>["value"];
const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
const names = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1251": "Windows-1251",
  "windows-1252": "Windows-1252",
  ibm866: "CP866 (DOS)",
  "koi8-r": "KOI8-R",
};

type Props = Pick<Look, "file" | "fault"> & {
  name: string;
  reading: Reading;
  options: RunOptions | null;
  onChange: (next: Reading) => void;
};

/** The sheet, encoding, delimiter and header, with the first rows as they come out: what is wrong shows at once, and a choice mends it. */
export function FileReading({ name, file, fault, reading, options, onChange }: Props) {
  const t = useTranslations("importSteps.read");
  const isText = file ? file.encoding !== null : !/\.xlsx$/i.test(name);
  const headerRow = options?.headerRow ?? 0;
  const rows = file?.preview ?? [];
  const notes = [
    file && file.merged > 0 && t("merged", { count: file.merged }),
    file && file.formulas > 0 && t("formulas", { count: file.formulas }),
    file && file.errorCells > 0 && t("errors", { count: file.errorCells }),
  ].filter((note) => note !== false && note !== null);
  return (
    <Section title={t("title")} flush>
      <div className="flex flex-wrap gap-x-4 gap-y-2 px-3.5 py-3">
        {file && file.sheets.length > 1 && (
          <Field label={t("sheet")} className="w-48">
            <Select
              value={String(options?.sheet ?? 0)}
              options={file.sheets.map((sheet, at) => ({
                value: String(at),
                label: sheet.hidden ? t("hidden", { name: sheet.name }) : sheet.name,
              }))}
              onChange={(event) => onChange({ sheet: Number(event.target.value), headerRow: undefined })}
            />
          </Field>
        )}
        {isText && (
          <>
            <Field label={t("encoding")} className="w-40">
              <Select
                value={options?.encoding ?? reading.encoding ?? "utf-8"}
                options={encodings.map((value) => ({ value, label: names[value] }))}
                onChange={(event) =>
                  onChange({ encoding: encodings.find((one) => one === event.target.value), headerRow: undefined })
                }
              />
            </Field>
            <Field label={t("delimiter")} className="w-40">
              <Select
                value={options?.delimiter ?? reading.delimiter ?? ";"}
                options={(["comma", "semicolon", "tab", "pipe"] as const).map((one) => ({
                  value: delimiters[one],
                  label: t(`delimiters.${one}`),
                }))}
                onChange={(event) =>
                  onChange({
                    delimiter: Object.values(delimiters).find((one) => one === event.target.value),
                    headerRow: undefined,
                  })
                }
              />
            </Field>
          </>
        )}
        {file && (
          <Field label={t("headerRow")} className="w-56">
            <Select
              value={String(headerRow)}
              options={[
                { value: "0", label: t("noHeader") },
                ...rows.map(({ row }) => ({ value: String(row), label: String(row) })),
                ...(headerRow > 0 && !rows.some(({ row }) => row === headerRow)
                  ? [{ value: String(headerRow), label: String(headerRow) }]
                  : []),
              ]}
              onChange={(event) => onChange({ headerRow: Number(event.target.value) })}
            />
          </Field>
        )}
      </div>
      {fault && (
        <div role="alert" className="border-line border-t bg-red-soft px-3.5 py-2.5">
          <p className="font-medium text-red">{t("failed")}</p>
          <p>
            {fault.row !== null && `${t("row", { row: fault.row })} `}
            {fault.text}
          </p>
          <p className="text-ink-2">{t("otherSheet")}</p>
        </div>
      )}
      {notes.length > 0 && <p className="border-line border-t px-3.5 py-2 text-ink-2 text-xs">{notes.join(" ")}</p>}
      {rows.length > 0 && (
        <section aria-label={t("preview")} {...reachable} className="max-h-72 overflow-auto border-line border-t">
          <table className="border-collapse text-xs">
            <tbody>
              {rows.map(({ row, cells }) => {
                const isHeader = file?.headerRows.includes(row) ?? false;
                const above = row < headerRow && !isHeader;
                return (
                  <tr
                    key={row}
                    className={cn(
                      "border-hair border-b last:border-b-0",
                      isHeader && "bg-green-soft font-medium",
                      above && "text-ink-3",
                    )}
                  >
                    <th scope="row" className="sticky left-0 w-9 bg-sheet px-2 py-1 text-right font-normal text-ink-3">
                      <button
                        type="button"
                        title={t("makeHeader", { row })}
                        aria-label={t("makeHeader", { row })}
                        className="num min-w-6 hover:text-green hover:underline"
                        onClick={() => onChange({ headerRow: row })}
                      >
                        {row}
                      </button>
                    </th>
                    {cells.map((text, at) => (
                      <td
                        key={columnLetter(at)}
                        className="max-w-56 truncate whitespace-nowrap border-hair border-l px-2 py-1"
                        title={text}
                      >
                        {text}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

// It scrolls, and the keyboard must be able to scroll it.
const reachable = { tabIndex: 0 };
