import type { Random } from "./random";
import { adjectives, nouns, placeStems, singleNames } from "./words/companies";
import { evenSurnames, menNames, patronymics, surnames, womenNames } from "./words/people";
import type { Trade } from "./words/trades";

/** `bare` is what stands between the quotes of the legal name, `name` what people say; `regions` are where it fits, none if anywhere. */
export type CompanyName = { name: string; bare: string; regions: readonly string[] };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function pictureName(random: Random): string {
  const [noun, gender] = random.pick(nouns);
  return `${random.pick(adjectives)[gender]} ${noun}`;
}

// «Волгаснаб», but «Урал-Опт»: two vowels, or a soft sign, do not sit side by side in a compound.
function compoundName(random: Random, trade: Trade): CompanyName {
  const [stem, regions] = random.pick(placeStems);
  const ending = random.pick(trade.endings);
  const name = /^[аоуэ]/.test(ending) ? `${stem}-${capital(ending)}` : stem.replace(/ь$/, "") + ending;
  return { name, bare: name, regions };
}

export function companyName(random: Random, trade: Trade): CompanyName {
  const anywhere = (name: string, bare = name) => ({ name, bare, regions: [] });
  const kind = random.weighted([
    ["compound", 27],
    ["single", 8],
    ["suffix", 27],
    ["front", 20],
    ["picture", 18],
  ]);
  if (kind === "compound") return compoundName(random, trade);
  if (kind === "picture") return anywhere(pictureName(random));
  if (kind === "single") return anywhere(random.pick(singleNames));
  if (kind === "suffix") return anywhere(random.pick(singleNames) + random.pick(trade.suffixes));
  const bare = random.chance(0.5) ? random.pick(singleNames) : pictureName(random);
  return anywhere(`${random.pick(trade.fronts)} «${bare}»`, bare);
}

export type HumanName = { first: string; middle: string; last: string };

export function humanName(random: Random): HumanName {
  const woman = random.chance(0.54);
  const middle = random.pick(patronymics) + (woman ? "на" : "ич");
  const first = random.pick(woman ? womenNames : menNames);
  if (random.chance(0.06)) return { first, middle, last: random.pick(evenSurnames) };
  return { first, middle, last: random.pick(surnames) + (woman ? "а" : "") };
}

const latin: Record<string, string> = {
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    д: "d",
    е: "e",
    ё: "e",
    ж: "zh",
    з: "z",
    и: "i",
    й: "y",
    к: "k",
    л: "l",
    м: "m",
  },
  ...{ н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "sch" },
  ...{ ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
};

/** A name as it stands in an address: «Золотая нива» → zolotaya-niva. */
export function slug(name: string): string {
  return [...name.toLowerCase()]
    .map((char) => latin[char] ?? char)
    .join("")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
