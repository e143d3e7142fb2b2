import { divideHalfUp } from "./rounding";

/** A formula over measures: + − × ÷, parentheses, measures by name and plain numbers. Nothing else exists in it. */
export type Formula =
  | { kind: "measure"; name: string }
  | { kind: "number"; top: bigint; bottom: bigint }
  | { kind: "negative"; of: Formula }
  | { kind: Operator; left: Formula; right: Formula };
type Operator = "+" | "-" | "*" | "/";

/** `at`: place of the character in the text, from 0, where it goes wrong. */
export type FormulaFault = {
  at: number;
  fault: "unknown-measure" | "unexpected" | "unfinished" | "too-deep";
  found: string;
};

type Token = { at: number; text: string; kind: "name" | "number" | "sign" };

const spelling: Record<string, string> = { "−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/" };
const MOST_TOKENS = 200;

/** Reads a formula; names are words of letters, digits and _ , or anything in [brackets], and must be among `names`. */
export function parseFormula(
  text: string,
  names: ReadonlySet<string>,
): { ok: true; formula: Formula } | ({ ok: false } & FormulaFault) {
  try {
    const reader = new Reader(tokensOf(text), text.length, names);
    const formula = reader.sum();
    reader.end();
    return { ok: true, formula };
  } catch (fault) {
    if (fault instanceof Stop) return { ok: false, ...fault.what };
    throw fault;
  }
}

/** A value in a measure's smallest units and how many of its digits stand after the point. */
export type MeasureValue = { units: bigint; digits: number };

/**
 * The formula's value in units of `digits` after the point, half-up; computed in exact fractions. Null where a measure has no value or
 * something is divided by 0.
 */
export function evaluateFormula(
  formula: Formula,
  values: ReadonlyMap<string, MeasureValue | null>,
  digits: number,
): bigint | null {
  const value = fractionOf(formula, values);
  return value === null ? null : divideHalfUp(value.top * 10n ** BigInt(digits), value.bottom);
}

type Fraction = { top: bigint; bottom: bigint };

function fractionOf(formula: Formula, values: ReadonlyMap<string, MeasureValue | null>): Fraction | null {
  if (formula.kind === "number") return formula;
  if (formula.kind === "measure") {
    const value = values.get(formula.name);
    return value ? { top: value.units, bottom: 10n ** BigInt(value.digits) } : null;
  }
  if (formula.kind === "negative") {
    const value = fractionOf(formula.of, values);
    return value && { top: -value.top, bottom: value.bottom };
  }
  const a = fractionOf(formula.left, values);
  const b = fractionOf(formula.right, values);
  if (a === null || b === null) return null;
  if (formula.kind === "*") return { top: a.top * b.top, bottom: a.bottom * b.bottom };
  if (formula.kind === "/") return b.top === 0n ? null : { top: a.top * b.bottom, bottom: a.bottom * b.top };
  const other = formula.kind === "+" ? b.top : -b.top;
  return { top: a.top * b.bottom + other * a.bottom, bottom: a.bottom * b.bottom };
}

class Stop extends Error {
  constructor(readonly what: FormulaFault) {
    super(what.fault);
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const word = /\s*(?:(\[[^[\]]+\])|([\p{L}_][\p{L}\p{N}_]*)|(\d+(?:[.,]\d+)?)|(\S))/uy;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const [, bracketed, name, number, sign = ""] = match;
    const found = bracketed ?? name ?? number ?? sign;
    const at = word.lastIndex - found.length;
    if (tokens.length === MOST_TOKENS) throw new Stop({ at, fault: "too-deep", found });
    if (bracketed) tokens.push({ at, text: bracketed.slice(1, -1).trim(), kind: "name" });
    else if (name) tokens.push({ at, text: name, kind: "name" });
    else if (number) tokens.push({ at, text: number.replace(",", "."), kind: "number" });
    else tokens.push({ at, text: spelling[sign] ?? sign, kind: "sign" });
  }
  return tokens;
}

/** Recursive descent: a sum of products of signed atoms. */
class Reader {
  #next = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
    private readonly names: ReadonlySet<string>,
  ) {}

  sum(): Formula {
    let left = this.product();
    for (let sign = this.take("+", "-"); sign; sign = this.take("+", "-"))
      left = { kind: sign, left, right: this.product() };
    return left;
  }

  end(): void {
    const rest = this.tokens[this.#next];
    if (rest) throw new Stop({ at: rest.at, fault: "unexpected", found: rest.text });
  }

  private product(): Formula {
    let left = this.atom();
    for (let sign = this.take("*", "/"); sign; sign = this.take("*", "/"))
      left = { kind: sign, left, right: this.atom() };
    return left;
  }

  private atom(): Formula {
    const token = this.tokens[this.#next];
    if (!token) throw new Stop({ at: this.length, fault: "unfinished", found: "" });
    this.#next += 1;
    if (token.kind === "number") return numberOf(token.text);
    if (token.kind === "name") {
      if (!this.names.has(token.text)) throw new Stop({ at: token.at, fault: "unknown-measure", found: token.text });
      return { kind: "measure", name: token.text };
    }
    if (token.text === "-") return { kind: "negative", of: this.atom() };
    if (token.text !== "(") throw new Stop({ at: token.at, fault: "unexpected", found: token.text });
    const inner = this.sum();
    if (this.take(")")) return inner;
    const rest = this.tokens[this.#next];
    throw new Stop({ at: rest?.at ?? this.length, fault: rest ? "unexpected" : "unfinished", found: rest?.text ?? "" });
  }

  private take<Sign extends string>(...signs: Sign[]): Sign | null {
    const token = this.tokens[this.#next];
    const found = token?.kind === "sign" ? signs.find((sign) => sign === token.text) : undefined;
    if (found) this.#next += 1;
    return found ?? null;
  }
}

function numberOf(text: string): Formula {
  const [whole = "", fraction = ""] = text.split(".");
  return { kind: "number", top: BigInt(whole + fraction), bottom: 10n ** BigInt(fraction.length) };
}
