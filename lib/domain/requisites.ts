/**
 * Russian company requisites and their check digits. Sources:
 * INN: order of the Ministry of Taxes of 3 March 2004 № BG-3-09/178 (weights below; sum mod 11 mod 10).
 * KPP: order of the Federal Tax Service of 29 June 2012 № MMV-7-6/435, item 5 (NNNNPPXXX, no check digit).
 * OGRN, OGRNIP: government decree of 19 June 2002 № 438, item 8 (last digit of the number mod 11, for 15 digits mod 13).
 */
export const clientKinds = ["company", "entrepreneur", "person"] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Message keys of what can be wrong. */
export type RequisiteFault =
  | "inn-form"
  | "inn-check"
  | "inn-for-company"
  | "inn-for-person"
  | "kpp-form"
  | "kpp-for-company"
  | "ogrn-form"
  | "ogrn-check"
  | "ogrn-for-company"
  | "ogrn-for-entrepreneur"
  | "ogrn-for-person";

export type Requisites = { kind: ClientKind; inn: string | null; kpp: string | null; ogrn: string | null };

const weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

// The weights of a digit string are the tail of the list, so that the last digit always weighs 8.
function innDigit(digits: string): string {
  const tail = weights.slice(weights.length - digits.length);
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (tail[index] ?? 0), 0);
  return String((sum % 11) % 10);
}

/** A full INN from its first 9 digits (company) or 10 digits (person): the check digits are added. */
export function completeInn(base: string): string {
  const first = base + innDigit(base);
  return base.length === 9 ? first : first + innDigit(first);
}

/** A full OGRN from its first 12 digits, or OGRNIP from its first 14. */
export function completeOgrn(base: string): string {
  return base + String((BigInt(base) % BigInt(base.length - 1)) % 10n);
}

/** The INN's own consistency; null when nothing is wrong. Takes digits only: spaces are the form's business. */
export function innFault(inn: string): RequisiteFault | null {
  if (!/^(\d{10}|\d{12})$/.test(inn) || /^0+$/.test(inn)) return "inn-form";
  return completeInn(inn.slice(0, inn.length === 10 ? 9 : 10)) === inn ? null : "inn-check";
}

/** Four digits of the tax office, two digits or Latin capitals of the reason, three digits of the ordinal. */
export function kppFault(kpp: string): RequisiteFault | null {
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) ? null : "kpp-form";
}

export function ogrnFault(ogrn: string): RequisiteFault | null {
  if (!/^(\d{13}|\d{15})$/.test(ogrn) || /^0+$/.test(ogrn)) return "ogrn-form";
  return completeOgrn(ogrn.slice(0, -1)) === ogrn ? null : "ogrn-check";
}

/** What is wrong with the requisites of one client, by field; empty when nothing is. A missing number is not a fault. */
export function requisiteFaults(of: Requisites): Partial<Record<"inn" | "kpp" | "ogrn", RequisiteFault>> {
  const inn = of.inn === null ? null : (innFault(of.inn) ?? innKindFault(of.inn, of.kind));
  const kpp = of.kpp === null ? null : (kppFault(of.kpp) ?? (of.kind === "company" ? null : "kpp-for-company"));
  const ogrn = of.ogrn === null ? null : (ogrnFault(of.ogrn) ?? ogrnKindFault(of.ogrn, of.kind));
  return { ...(inn && { inn }), ...(kpp && { kpp }), ...(ogrn && { ogrn }) };
}

function innKindFault(inn: string, kind: ClientKind): RequisiteFault | null {
  if (kind === "company") return inn.length === 10 ? null : "inn-for-company";
  return inn.length === 12 ? null : "inn-for-person";
}

function ogrnKindFault(ogrn: string, kind: ClientKind): RequisiteFault | null {
  if (kind === "person") return "ogrn-for-person";
  if (kind === "company") return ogrn.length === 13 ? null : "ogrn-for-company";
  return ogrn.length === 15 ? null : "ogrn-for-entrepreneur";
}
