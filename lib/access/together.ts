import type { Scope } from "./scope";

type Said = { text: string; values: unknown[]; answer: (rows: unknown[]) => void; fail: (why: unknown) => void };

/**
 * Lets readers that need nothing of one another say one statement together: each way to the database and back costs a page more than what it brings.
 * Each reader says its one statement on the scope that it is given, and before it waits for anything. What the database answers comes as JSON:
 * a moment is text, a bigint must have been made text by the statement itself.
 */
export async function together<S extends Pick<Scope, "db">, T extends readonly unknown[]>(
  scope: S,
  readers: (batch: S) => readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const said: Said[] = [];
  let closed = false;
  const note = (text: string, values: unknown[]) => {
    if (closed) throw new Error("A reader of a batch said a second statement.");
    return new Promise<unknown[]>((answer, fail) => {
      said.push({ text, values, answer, fail });
    });
  };
  const db: Pick<Scope["db"], "$queryRaw" | "$queryRawUnsafe"> = {
    $queryRaw: ((strings: TemplateStringsArray, ...values: unknown[]) =>
      note(
        strings.reduce((text, part, at) => `${text}$${at}${part}`),
        values,
      )) as Scope["db"]["$queryRaw"],
    $queryRawUnsafe: ((text: string, ...values: unknown[]) => note(text, values)) as Scope["db"]["$queryRawUnsafe"],
  };
  const answers = Promise.all(readers({ ...scope, db } as unknown as S));
  answers.catch(() => undefined); // it is awaited below; until then it is nobody's
  closed = true;
  if (said.length === 0) return (await answers) as unknown as T;
  const parts = said.map(({ text }, at) => {
    const before = said.slice(0, at).reduce((count, one) => count + one.values.length, 0);
    const numbered = text.replaceAll(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
    return `(select coalesce(json_agg(x), '[]') from (${numbered}) x)`;
  });
  try {
    const [row] = await scope.db.$queryRawUnsafe<{ found: unknown[][] }[]>(
      `select json_build_array(${parts.join(", ")}) as found`,
      ...said.flatMap(({ values }) => values),
    );
    for (const [at, one] of said.entries()) one.answer(row?.found[at] ?? []);
  } catch (why) {
    for (const one of said) one.fail(why);
  }
  return (await answers) as unknown as T;
}
