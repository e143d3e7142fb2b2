/** The search string of an address in the shape in which a page gets it: a parameter that stands there twice is a list. */
export function searchParamsOf(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
