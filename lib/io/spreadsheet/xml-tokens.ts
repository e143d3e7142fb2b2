import { FileFault } from "./file-fault";

/** Elements by their name without a prefix. `tag` is the tag as it is written, for `attribute`. Text comes in one piece. */
export type XmlHandler = {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
};

/**
 * Reads the XML of a workbook piece by piece. It knows what OOXML may use: elements, attributes, text, CDATA, comments,
 * the five entities and character numbers. A DOCTYPE, which OOXML forbids, is refused, and with it every trick of entities.
 */
export function xmlTokens(reader: XmlHandler, longestToken: number) {
  let [rest, depth] = ["", 0];
  const handler: XmlHandler = {
    ...reader,
    open(name, tag) {
      depth++;
      reader.open(name, tag);
    },
    close(name) {
      depth--;
      reader.close(name);
    },
  };
  return {
    push(chunk: string): void {
      // Joined, not added: V8 would lay out the parts of a sum anew for every character that is asked of it.
      const source = [rest, chunk].join("");
      rest = "";
      for (let at = 0; at < source.length; ) {
        const tag = source.indexOf("<", at);
        if (tag > at) handler.text(unescaped(source.slice(at, tag)));
        const end = tag < 0 ? -1 : token(source, tag, handler);
        if (end < 0) {
          rest = source.slice(tag < 0 ? at : tag);
          if (rest.length > longestToken) throw new FileFault("bomb-cell", { values: { limit: longestToken } });
          return;
        }
        at = end;
      }
    },
    end(): void {
      if (rest.trim() !== "" || depth !== 0) throw new FileFault("file-damaged");
    },
  };
}

/** Hands on the token at `at`; gives the place behind it, or −1 where it is not there as a whole. */
function token(source: string, at: number, handler: XmlHandler): number {
  const second = source.charCodeAt(at + 1);
  if (second === 33) return declaration(source, at, handler); // !
  if (second === 63) return behind(source, "?>", at);
  // A closing tag and one of a single letter have no attributes: most tags of a sheet are such.
  const plain = second === 47 || source.charCodeAt(at + 2) === 62;
  const end = plain ? source.indexOf(">", at + 2) : tagEnd(source, at + 1);
  if (end < 0) return -1;
  if (second === 47) {
    handler.close(nameOf(source, at + 2, end));
    return end + 1;
  }
  const alone = source.charCodeAt(end - 1) === 47;
  const name = nameOf(source, at + 1, alone ? end - 1 : end);
  handler.open(name, source.slice(at, end));
  if (alone) handler.close(name);
  return end + 1;
}

function declaration(source: string, at: number, handler: XmlHandler): number {
  if (source.startsWith("<!--", at)) return behind(source, "-->", at + 4);
  if (source.startsWith("<![CDATA[", at)) {
    const end = behind(source, "]]>", at + 9);
    if (end > 0) handler.text(source.slice(at + 9, end - 3));
    return end;
  }
  if (source.length - at < 9) return -1;
  throw new FileFault("file-damaged");
}

function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

// A ">" may stand inside an attribute.
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

function nameOf(source: string, from: number, end: number): string {
  let start = from;
  let at = from;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code <= 32) break;
    if (code === 58) start = at + 1; // colon
  }
  return source.slice(start, at);
}

/** An attribute's value in a tag, null where it has none. `name` is written with its prefix, if it has one. */
export function attribute(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
    if (tag.charCodeAt(at - 1) > 32) continue;
    const start = at + name.length;
    if (tag.startsWith('="', start)) return unescaped(tag.slice(start + 2, tag.indexOf('"', start + 2)));
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(start));
    if (value) return unescaped(value[1] ?? value[2] ?? "");
  }
  return null;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** Text of a cell as OOXML writes what XML cannot: "_x000D_" is a carriage return (ECMA-376 22.9.2.19). */
export function decodedText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
