import { crc32, deflateRawSync } from "node:zlib";

/** A file in an archive. `claimed` is the unpacked size that its directory states, where it lies. */
export type Part = { name: string; content: string | Uint8Array; claimed?: number; stored?: boolean };

/** An archive, written by hand where a library would not write what these tests need. */
export function zipOf(parts: Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed, stored } of parts) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimed ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    head.copy(entry, 2);
    entry.writeUInt32LE(offset, 38);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), entry, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]);
}

export type Book = {
  /** The rows of the first sheet, as XML between its sheetData tags, and what stands before and behind them. */
  rows?: string;
  before?: string;
  after?: string;
  more?: { name: string; xml: string; state?: string }[];
  strings?: string[];
  styles?: string;
  date1904?: boolean;
  claimed?: number;
  extra?: Part[];
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook; the table of strings comes after the sheet, as Excel writes it. */
export function partsOf(book: Book): Part[] {
  const sheets = [{ name: "Лист1", xml: sheetXml(book) }, ...(book.more ?? [])];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, ...sheet }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${"state" in sheet && sheet.state ? `state="${sheet.state}"` : ""} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
  return [
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${relations}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook ${main} xmlns:r="${office}"><workbookPr${book.date1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${relations}">${related.join("")}${relation("rId98", "styles", "styles.xml")}${relation("rId99", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: xml,
      ...(at === 0 && book.claimed !== undefined ? { claimed: book.claimed } : {}),
    })),
    ...(book.styles ? [{ name: "xl/styles.xml", content: `<styleSheet ${main}>${book.styles}</styleSheet>` }] : []),
    ...(book.strings
      ? [
          {
            name: "xl/sharedStrings.xml",
            content: `<sst ${main}>${book.strings.map((si) => `<si>${si}</si>`).join("")}</sst>`,
          },
        ]
      : []),
    ...(book.extra ?? []),
  ];
}

export function workbookOf(book: Book): Buffer {
  return zipOf(partsOf(book));
}

function sheetXml({ rows = "", before = "", after = "" }: Book): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}
