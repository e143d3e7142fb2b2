// Foreign keys ignore row security: a row of mine must not come to point at a row out of reach, nor may the error tell that there is one.
import { randomUUID } from "node:crypto";
import { enter } from "../world/become";
import {
  type Attempt,
  attempt,
  identityFor,
  keysInReach,
  REACHES,
  type Reach,
  type Rig,
  readRow,
  type Table,
  writingAbility,
} from "./rig";
import { insertOf } from "./write";

type Key = { name: string; child: string; parent: string; column: string; target: string };

async function foreignKeys(rig: Rig): Promise<Key[]> {
  const { rows } = await rig.admin.query<Key>(
    `select k.conname as name, c.relname as child, p.relname as parent, a.attname::text as column, b.attname::text as target
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)]
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[cardinality(k.confkey)]
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and p.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows;
}

/** Tries every foreign key of every table that can be written, by update and by insert; answers findings and the keys that were tried. */
export async function pointingFindings(rig: Rig): Promise<{ found: string[]; tried: string[] }> {
  const found: string[] = [];
  const tried = new Set<string>();
  for (const key of await foreignKeys(rig)) {
    const table = rig.tables.find(({ name }) => name === key.child);
    const ability = table && writingAbility(table);
    if (!table || !ability) continue;
    // Who has the abilities of an admin's table reaches everything.
    for (const reach of table.kind === "admin" ? (["all"] as const) : REACHES) {
      const answers = await pointAway(rig, key, table, reach, ability);
      if (!answers) continue;
      tried.add(key.name);
      for (const [how, of] of Object.entries(answers)) {
        for (const [side, { error, rows }] of Object.entries(of)) {
          if (rows > 0) found.push(`${key.name}: ${how} as reach_${reach} points at ${side}`);
          else if (error !== of.random?.error)
            found.push(`${key.name}: ${how} as reach_${reach} at ${side}: ${error}, at random: ${of.random?.error}`);
        }
      }
    }
  }
  return { found, tried: [...tried] };
}

async function pointAway(rig: Rig, key: Key, table: Table, reach: Reach, ability: string) {
  const who = identityFor(rig, reach, ability);
  const [mine] = keysInReach(rig, table, reach, who.member);
  if (!mine) return null;
  const row = await readRow(rig, table, mine);
  const targets = await targetsOf(rig, key, reach);
  const where = table.key.map((column, place) => `${column}::text = $2::jsonb ->> ${place}`).join(" and ");
  const answers: Record<string, Record<string, Attempt>> = {};
  await rig.app.query("begin");
  await enter(rig.app, who);
  await rig.app.query("set constraints all immediate");
  for (const [side, id] of Object.entries(targets)) {
    const record = (how: string, answer: Attempt) => {
      answers[how] = { ...answers[how], [side]: { ...answer, error: answer.error?.replaceAll(id, "<id>") } };
    };
    const update = `update ${table.name} set ${key.column} = $1 where ${where}`;
    if (table.granted.includes("update"))
      record("update", await attempt(rig.app, update, [id, mine.slice(mine.indexOf(" ") + 1)]));
    if (table.granted.includes("insert")) {
      // Unique columns must not answer first.
      const fresh = Object.entries(row).filter(
        ([column]) => table.columns.includes(column) && !["id", "key"].includes(column),
      );
      const copy = { ...Object.fromEntries(fresh), ...("id" in row ? { id: NEW_ID } : {}), [key.column]: id };
      record("insert", await attempt(rig.app, insertOf(table, copy), [JSON.stringify(copy)]));
    }
  }
  await rig.app.query("rollback");
  return answers;
}

const NEW_ID = randomUUID();

/** A row of the parent that the caller does not reach, from each side, and one that is nowhere. */
async function targetsOf(rig: Rig, key: Key, reach: Reach): Promise<Record<string, string>> {
  const parent = rig.tables.find(({ name }) => name === key.parent);
  const targets: Record<string, string> = { random: randomUUID() };
  for (const side of ["otherBook", "otherTenant"] as const) {
    if (side === "otherBook" && reach === "all") continue;
    const [found] = [...rig.owners].find(([, row]) => row.table === key.parent && row.side === side) ?? [];
    if (found && parent) targets[side] = String((await readRow(rig, parent, found))[key.target]);
  }
  return targets;
}
