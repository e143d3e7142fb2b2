import { isDateFormat } from "hucre";
import { attribute, xmlTokens } from "./xml-tokens";

/** What a number means by the way it is shown. */
export type NumberKind = "number" | "date" | "percent";

const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The kind of each cell style of a workbook, by the index that cells name (ECMA-376 18.8.10, 18.8.30). */
export async function numberKinds(xml: AsyncIterable<string>): Promise<NumberKind[]> {
  const formats = new Map<number, string>();
  const used: number[] = [];
  let inCells = false;
  const tokens = xmlTokens(
    {
      open(name, tag) {
        if (name === "cellXfs") inCells = true;
        if (name === "xf" && inCells) used.push(Number(attribute(tag, "numFmtId") ?? 0));
        if (name === "numFmt") formats.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
      text() {},
    },
    1_000_000,
  );
  for await (const chunk of xml) tokens.push(chunk);
  const kinds = new Map<number, NumberKind>();
  return used.map((id) => {
    const kind = kinds.get(id) ?? kindOf(id, formats.get(id));
    kinds.set(id, kind);
    return kind;
  });
}

function kindOf(id: number, format: string | undefined): NumberKind {
  if (format === undefined) return id === 9 || id === 10 ? "percent" : builtInDates(id) ? "date" : "number";
  // "[h]:mm" is a length of time, which may be over a day: a number.
  if (/\[[hms]+\]/i.test(format)) return "number";
  const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, "");
  if (bare.includes("%")) return "percent";
  return isDateFormat(format) ? "date" : "number";
}
