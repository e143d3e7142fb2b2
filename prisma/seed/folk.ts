import type { Folk } from "./contacts";
import { humanName, slug } from "./naming";
import { heads, staff } from "./words/jobs";
import { americanHeads, americanNames, americanStaff, americanSurnames } from "./words/northfield-people";

/**
 * Russian numbers whose local part begins with 0, which no exchange gives out: +7 (495) 000-00-01 and on, +7 (4822) 00-00-01,
 * +7 (48439) 0-00-01. Each is given once.
 */
export function russianFolk(): Folk {
  const given = new Map<string, number>();
  return {
    human: (random) => {
      const { first, last } = humanName(random);
      return { name: `${first} ${last}`, mailbox: `${slug(first).charAt(0)}.${slug(last)}` };
    },
    heads,
    staff,
    home: "7",
    kin: "доверенное лицо",
    elsewhere: "Europe/Moscow",
    phone: (areaCode) => {
      const ordinal = (given.get(areaCode) ?? 0) + 1;
      given.set(areaCode, ordinal);
      const local = String(ordinal).padStart(10 - areaCode.length, "0");
      return `+7 (${areaCode}) ${local.slice(0, -4)}-${local.slice(-4, -2)}-${local.slice(-2)}`;
    },
  };
}

/** American numbers of the range that is kept free for fiction: 555-0100 to 555-0199 in every area. */
export function americanFolk(): Folk {
  const given = new Map<string, number>();
  return {
    human: (random) => {
      const [first, last] = [random.pick(americanNames), random.pick(americanSurnames)];
      return { name: `${first} ${last}`, mailbox: `${first}.${last}`.toLowerCase() };
    },
    heads: americanHeads,
    staff: americanStaff,
    home: "1",
    kin: "Assistant",
    elsewhere: "America/Los_Angeles",
    phone: (areaCode) => {
      const ordinal = given.get(areaCode) ?? 0;
      given.set(areaCode, ordinal + 1);
      return `+1 (${areaCode}) 555-01${String(ordinal % 100).padStart(2, "0")}`;
    },
  };
}
