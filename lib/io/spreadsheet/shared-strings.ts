import { FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";
import { decodedText, xmlTokens } from "./xml-tokens";

/** The texts that the cells of a workbook point at, in their order; runs of formats are joined, phonetic readings left out. */
export async function sharedStrings(xml: AsyncIterable<string>, limits: ReadLimits): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let [inText, aside] = [false, false];
  const tokens = xmlTokens(
    {
      open(name) {
        if (name === "si") text = "";
        else if (name === "t") inText = !aside;
        else if (name === "rPh") aside = true;
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") aside = false;
        else if (name === "si") strings.push(detached(decodedText(text)));
      },
      text(part) {
        if (inText) text += part;
        if (text.length > limits.cellLength) throw new FileFault("bomb-cell", { values: { limit: limits.cellLength } });
      },
    },
    limits.cellLength * 6,
  );
  for await (const chunk of xml) {
    tokens.push(chunk);
    if (strings.length > limits.strings) throw new FileFault("bomb-strings", { values: { limit: limits.strings } });
  }
  tokens.end();
  return strings;
}

// A part of a string keeps the whole alive: without a copy the table would hold all of its XML.
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}
