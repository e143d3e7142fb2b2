/** What stands for {name} in a phrase. */
export type Slots = Readonly<Record<string, string>>;

/**
 * A phrase with its slots filled and, of every "[his|hers]", the side of whom it is about. A phrase that asks for a slot that is not
 * there is a mistake in the words.
 */
export function phrase(template: string, slots: Slots, isWoman: boolean): string {
  return template
    .replaceAll(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, his: string, hers: string) => (isWoman ? hers : his))
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`no {${name}} for: ${template}`);
      return value;
    });
}
