export default {
  faults: {
    // The whole file
    "file-empty": "The file has no filled rows.",
    "file-old-excel": "This is a workbook of Excel 97–2003 (.xls). Save it as .xlsx or CSV, then upload it again.",
    "file-locked": "The workbook is protected with a password. Save it without one, then upload it again.",
    "file-html": "This is a web page under the name of a table. Open it in Excel and save it as .xlsx.",
    "file-xml": "This is an XML file. Open it in Excel and save it as .xlsx or CSV.",
    "file-open-document": "This is an OpenDocument table (.ods). Save it as .xlsx or CSV, then upload it again.",
    "file-binary-excel": "This is a binary workbook (.xlsb). Save it as .xlsx or CSV, then upload it again.",
    "file-pdf": "This is a PDF. A table is needed: .xlsx or CSV.",
    "file-archive": "This is an archive. Unpack it and upload the table that is inside.",
    "file-other": "There is no table in this file. Upload .xlsx or CSV.",
    "file-damaged": "The file is damaged or did not arrive as a whole. Save it again, then upload it again.",
    "file-no-sheet": "The workbook does not have this sheet, or it has no rows.",
    "bomb-size":
      "Unpacked, the workbook takes {found, number} MB. Up to {limit, number} MB can be read: divide it into several files.",
    "bomb-ratio":
      "The workbook unpacks from {packed, number} MB to {found, number} MB. Real tables do not, so it was not opened.",
    "bomb-entries":
      "There are {found, number} files inside the workbook, more than {limit, number}. It was not opened.",
    "bomb-strings": "The workbook has over {limit, number} different texts. Divide it into several files.",
    "bomb-cells": "The sheet has too many cells, or cells very far to the right. Delete what is outside of the table.",
    "bomb-cell": "A cell holds a text over {limit, number} characters. Shorten it.",
    "bomb-row":
      "A row is over {limit, number} characters long. Perhaps a quotation mark is opened here and never closed.",
    "bomb-columns": "A row has over {limit, number} columns. Perhaps the delimiter is wrong.",
    "encoding-broken": "From here on the text is not UTF-8. Choose another encoding.",
    "quote-open": "A quotation mark is opened here and never closed.",

    // One row of a text file
    "row-short": "The row has {found, number} cells, the table {expected, number} columns.",
    "row-long": "The row has {found, number} cells, the table only {expected, number} columns.",
    "quote-odd": "A quotation mark stands in an unusual place. Check how the row was divided.",
    nul: "The cell holds an invisible zero character; it is left out.",
    "replaced-character": "A character was lost before the file came here (�).",

    // One cell
    "cell-error": "The formula in this cell gives an error: {error}.",
    "formula-no-value": "The formula in this cell was saved without its value. Open the file in Excel and save it.",
    "amount-invalid": "“{text}” is not a number.",
    "amount-ambiguous": "“{text}” can be read in two ways. Choose the decimal separator of this column.",
    "amount-percent": "A number is needed here, not a percentage.",
    "amount-date": "The spreadsheet has turned this number into a date: {text}. Give the cell a number format.",
    "amount-exponent": "“{text}”: the spreadsheet has shortened this number. Widen the column and save the file again.",
    "amount-large": "“{text}” has too many digits.",
    "percent-invalid": "“{text}” is not a percentage.",
    "percent-ambiguous": "It is not clear whether 1 means 1 % or 100 %. Choose it for this column.",
    "quantity-scale": "“{text}” has more digits after the decimal separator than can be kept.",
    "day-invalid": "“{text}” is not a date.",
    "day-none": "There is no such day: {text}.",
    "day-ambiguous": "“{text}”: the day or the month may come first. Choose it for this column.",
    "day-range": "The number {text} is outside of the days that Excel can count.",
    "month-invalid": "“{text}” is not a month.",
    "month-no-year": "“{text}” does not name its year. Choose the year of the file.",
    "boolean-invalid": "“{text}” is neither yes nor no.",
    "text-long": "The text has {found, number} characters, up to {longest, number} fit here.",
    "text-digits-lost": "“{text}”: the spreadsheet has lost digits of this code. Give the column a text format.",
  },
} as const;
