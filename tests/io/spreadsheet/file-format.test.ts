import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import { faultOf, fileOf } from "./files";
import { zipOf } from "./workbooks";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const oldExcel = Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(600)]);
const locked = Buffer.alloc(2048);
oldExcel.copy(locked);
locked.writeUInt16LE(9, 30);
locked.writeUInt32LE(1, 48);
Buffer.from("EncryptedPackage", "utf16le").copy(locked, 1024 + 128);

describe("R46 a file is what it holds, whatever its name", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "file-empty"],
    ["empty rows alone", ";;\n\n;;\n", "file-empty"],
    ["Excel 97", oldExcel, "file-old-excel"],
    ["a workbook with a password", locked, "file-locked"],
    ["a page", "\n <html><body><table><tr><td>1</td></tr></table>", "file-html"],
    ["a page in UTF-16", Buffer.from("\ufeff<table><tr>", "utf16le"), "file-html"],
    ["XML of Excel 2003", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "file-xml"],
    ["a PDF", "%PDF-1.7\n", "file-pdf"],
    ["gzip", hex("1f8b0800000000000003"), "file-archive"],
    ["7z", hex("377abcaf271c0004"), "file-archive"],
    ["a picture", Buffer.concat([hex("89504e470d0a1a0a0000000d49484452"), Buffer.alloc(200, 7)]), "file-other"],
    [
      "OpenDocument",
      zipOf([
        { name: "mimetype", content: "" },
        { name: "content.xml", content: "<x/>" },
      ]),
      "file-open-document",
    ],
    ["xlsb", zipOf([{ name: "xl/workbook.bin", content: "x" }]), "file-binary-excel"],
    ["a Word document", zipOf([{ name: "word/document.xml", content: "<x/>" }]), "file-other"],
    ["any other archive", zipOf([{ name: "a.txt", content: "x" }]), "file-archive"],
    ["an empty archive", zipOf([]), "file-archive"],
    ["the beginning of an archive", hex("504b0304 14000000"), "file-damaged"],
  ])("%s is refused by its name", async (_, content, code) => {
    expect(await faultOf(inspectFile(fileOf(content, "xlsx")))).toMatchObject({ code });
  });

  it("a text file under the name of a workbook is a text file", async () => {
    expect(await inspectFile(fileOf("a,b\n1,2\n", "xlsx"))).toMatchObject({ format: "csv", rows: 2 });
  });
});
