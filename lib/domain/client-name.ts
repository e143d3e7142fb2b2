// Legal forms in front of or behind a name. A group ("ГК", "Group") is not one: a group and its company may share a name.
const legalForms = [
  "общество с ограниченной ответственностью",
  "публичное акционерное общество",
  "непубличное акционерное общество",
  "закрытое акционерное общество",
  "открытое акционерное общество",
  "акционерное общество",
  "индивидуальный предприниматель",
  "крестьянское фермерское хозяйство",
  ..."ооо ooo оао зао пао нао ао ип кфх ано нко фгуп гуп муп тоо одо чп".split(" "),
  ..."llc llp lp inc incorporated corp corporation co company ltd limited plc pllc gmbh ag kg ohg se sa sas sarl srl spa bv nv oy ab as aps".split(
    " ",
  ),
].map((form) => form.split(" "));

/**
 * What two spellings of one name have in common: no legal form, quotes, punctuation, case, ё. Two clients with one key are
 * perhaps the same («ООО "Ромашка"», «РОМАШКА, ООО»). Never empty for a name with a letter or digit in it.
 */
export function clientNameKey(name: string): string {
  const words = name
    .replaceAll("№", " ") // which NFKC would spell out as "No"
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    // "L.L.C." and "О.О.О." are one word; an apostrophe does not part a word either.
    .replaceAll(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:[^\p{L}]|$))/gu, "")
    .replaceAll(/['’`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const bare = withoutForms(words);
  return (bare.length > 0 ? bare : words).join(" ");
}

function withoutForms(words: readonly string[]): readonly string[] {
  const starts = legalForms.find((form) => form.every((word, index) => words[index] === word));
  if (starts) return withoutForms(words.slice(starts.length));
  const ends = legalForms.find((form) =>
    form.every((word, index) => words[words.length - form.length + index] === word),
  );
  return ends ? withoutForms(words.slice(0, words.length - ends.length)) : words;
}
