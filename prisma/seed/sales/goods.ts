import type { Random } from "../random";
import type { Product, ProductGroup } from "../rows";

/** Code, name, unit and price in major units of the company's currency, at today's prices. */
type Item = readonly [code: string, name: string, unit: string, price: number];

/** Product groups by a key of their own; `margin` as a share, `season` twelve factors around 1, from January on. */
export type Goods = Record<string, { name: string; margin: number; season: readonly number[]; items: readonly Item[] }>;

export type Ware = { product: Product; price: number };
/** A product group as the shelf has it: what is known about the group, and its wares. */
export type Shelf = { group: ProductGroup; margin: number; season: readonly number[]; wares: readonly Ware[] };
export type Catalogue = { shelves: ReadonlyMap<string, Shelf>; groups: ProductGroup[]; products: Product[] };

export function catalogueOf(goods: Goods, random: Random): Catalogue {
  const shelves = new Map(
    Object.entries(goods).map(([key, { name, margin, season, items }]): [string, Shelf] => {
      const group = { id: random.uuid(), name };
      const wares = items.map(([code, called, unit, price]) => ({
        product: { id: random.uuid(), code, name: called, group_id: group.id, unit },
        price,
      }));
      return [key, { group, margin, season, wares }];
    }),
  );
  const all = [...shelves.values()];
  return {
    shelves,
    groups: all.map(({ group }) => group),
    products: all.flatMap(({ wares }) => wares.map(({ product }) => product)),
  };
}
