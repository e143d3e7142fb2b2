/**
 * Whether a text names an IANA time zone. The list of known zones belongs to the platform (`Intl.supportedValuesOf("timeZone")`)
 * and is passed in; "UTC" is always one, though platforms leave it out of their list.
 */
export function isZone(text: string, known: ReadonlySet<string>): boolean {
  return text === "UTC" || known.has(text);
}
