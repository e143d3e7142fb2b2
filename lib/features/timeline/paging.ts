import type { TimelineCursor } from "./schema";
import type { Paging } from "./source";

/**
 * Entries go by (moment, source, id), newest first. Of those at the very moment of the cursor a source still has: all when its name comes
 * after the cursor's in that order, none when before, those of a lower id when it is the cursor's own. `tie` is the parameter's place.
 */
export function tieOf(source: string, cursor: TimelineCursor | null): string {
  if (cursor === null || source < cursor.source) return "~";
  return source === cursor.source ? cursor.id : "";
}

/** SQL of the two conditions, with $2 and $3 as lib/features/timeline/source says and the source's tie at `tie`. */
export function pagingBy(tie: string): Paging {
  const text = (id: string) => `(${id})::text collate "C"`;
  return {
    moments: (at, id) => ({
      after: `${at} <= $2::timestamptz and (${at} < $2::timestamptz or ${text(id)} < ${tie})`,
      order: `order by ${at} desc, ${text(id)} desc limit $5::int`,
    }),
    days: (day, id) => {
      const at = `((${day})::timestamp at time zone $3::text)`;
      return {
        at,
        after: `${day} <= ($2::timestamptz at time zone $3::text)::date and (${at} < $2::timestamptz or ${text(id)} < ${tie})`,
        order: `order by ${day} desc, ${text(id)} desc limit $5::int`,
      };
    },
  };
}
