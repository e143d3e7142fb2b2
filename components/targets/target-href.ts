type Place = { span: string; at: string; subject: string; of: string };
const query = ({ span, at, subject, of }: Place) => ({ span, at, subject, of });

/** The address of a scorecard, with some of it changed. */
export function hrefOf(filter: Place, change: Partial<Place>): string {
  return `/targets?${new URLSearchParams(query({ ...filter, ...change }))}`;
}

/** The address of the rows behind one of its figures. */
export function rowsHref(filter: Place, measure: string): string {
  return `/targets/rows?${new URLSearchParams({ ...query(filter), measure })}`;
}

type Year = { at: string; subject: string; of: string; measure?: string | undefined };
/** The address of a year's targets. */
export function yearHref(filter: Year, change: Partial<Year>): string {
  const { at, subject, of, measure } = { ...filter, ...change };
  return `/targets/year?${new URLSearchParams({ at, subject, of, ...(measure && { measure }) })}`;
}

/** The address of past periods. */
export function historyHref(filter: Omit<Place, "at">, change: Partial<Omit<Place, "at">>): string {
  const { span, subject, of } = { ...filter, ...change };
  return `/targets/history?${new URLSearchParams({ span, subject, of })}`;
}
