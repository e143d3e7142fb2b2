// The steps of a door's check: who is turned away at once, what one's own ids get, and what foreign ids get.
import { randomUUID } from "node:crypto";
import { type IdName, idKinds } from "../world/ids";
import type { Person } from "../world/people";
import { sees } from "../world/sees";
import { personOf } from "../world/world";
import { type Answer, idsRead } from "./call";
import type { Column, DoorCheck } from "./check";

const COLUMNS: readonly Column[] = ["own", "otherBook", "otherTenant", "random"];

export async function checkDoor(door: DoorCheck): Promise<void> {
  await door.start();
  const read = await idsRead(door.probe, door.ids("own", personOf(door.world.own, "admin")));
  const forAnyone = door.mark.kind === "public" && door.probe.kind !== "account";
  // Reading the ids has called the door once, as nobody: whoever needs no session may have been served.
  if (forAnyone) await door.restored("called by nobody", () => false);
  else await door.unchanged("called by nobody");
  if (forAnyone) return checkForAnyone(door, read);
  await turnsAway(door);
  await servesOwn(door);
  await hidesForeign(door, read);
}

/** Nobody, whoever may not, another company's page, another site. */
async function turnsAway(door: DoorCheck): Promise<void> {
  const admin = personOf(door.world.own, "admin");
  const isPage = door.probe.kind === "query";
  for (const [who, by] of [
    ["anonymous", null],
    ["an unknown session", { ...admin, sid: "unknown" }],
  ] as const) {
    for (const column of ["own", "random"] as const) {
      const answer = await door.call(`${who} × ${column}`, by, door.ids(column, admin));
      expectCode(door, `${who} × ${column}`, answer, isPage ? "/sign-in" : "signed-out");
    }
  }
  for (const { role, by } of door.members.filter(({ role }) => !door.may(role))) {
    for (const column of COLUMNS) {
      const answer = await door.call(`${role} × ${column}`, by, door.ids(column, by));
      expectCode(door, `${role} × ${column}`, answer, isPage ? "not-found" : "forbidden");
    }
  }
  const may = door.members.find(({ role }) => door.may(role));
  if (!may) return door.report("may be used by nobody");
  const own = door.ids("own", may.by);
  if (["action", "lookup", "export"].includes(door.probe.kind)) {
    // The KAM does work in the other company too, but the session is in this one.
    for (const by of [may.by, personOf(door.world.own, "kam")].filter(({ part }) =>
      part === "kam" ? door.may("kam") : true,
    )) {
      const answer = await door.call(`${by.part} with another company's page`, by, door.ids("own", by), {
        company: door.world.otherTenant.tenant,
      });
      expectCode(door, `${by.part} with another company's page`, answer, "other-company");
    }
  }
  if (door.probe.kind !== "query" && door.probe.kind !== "route") {
    for (const origin of ["none", "foreign", "cross-site"] as const)
      expectCode(door, `origin ${origin}`, await door.call(`origin ${origin}`, may.by, own, { origin }), "same-origin");
  }
  await door.unchanged("turned away");
}

/** Every role that may is served with own ids; a write happens once per key. */
async function servesOwn(door: DoorCheck): Promise<void> {
  let repeated = false;
  for (const { role, by } of door.members.filter(({ role }) => door.may(role))) {
    const ids = door.ids("own", by);
    const key = randomUUID();
    const answer = await door.call(`${role} × own`, by, ids, { key });
    const refusal = door.probe.refuses?.[role];
    expectCode(door, `${role} × own`, answer, refusal ?? "ok");
    if (!door.writes || refusal) {
      await door.unchanged(`${role} × own`);
      continue;
    }
    if (!repeated && door.probe.kind === "action") {
      await happensOnce(door, by, key, answer);
      repeated = true;
    }
    const changes = await door.restored(`${role} × own`, (row) => isHidden(door, by, row));
    const real = changes.filter((one) => !one.startsWith("public.idempotency_key"));
    if (real.length === 0 && answer.code === "ok") door.report(`${role} × own: a write that writes nothing`);
  }
}

async function happensOnce(door: DoorCheck, by: Person, key: string, first: Answer): Promise<void> {
  const ids = door.ids("own", by);
  const done = await door.look();
  const again = await door.call("the same key again", by, ids, { key });
  if (again.text !== first.text) door.report(`the same key again: not the first answer ${first.text}`, again);
  const change = (input: unknown) => (input && typeof input === "object" ? { ...input, another: "input" } : [input]);
  const other = await door.call("the same key, other input", by, ids, { key, change });
  if (other.code !== "key-reused" && other.code !== "invalid") door.report("the same key, other input", other);
  await door.same(done, "the same key again");
}

/** A row of another company; for whoever sees a book, also a row of another book. */
function isHidden(door: DoorCheck, by: Person, key: string): boolean {
  const { own, otherBook, otherTenant } = door.world;
  if (key.includes(otherTenant.tenant)) return true;
  const strangers = [own, otherBook]
    .flatMap((side) => Object.values(side.people))
    .filter(({ person }) => person !== by.person);
  if (strangers.some(({ savedView, session }) => key.includes(savedView) || key.includes(session))) return true;
  return sees(by.part) === "book" && door.hiddenRows.has(key);
}

/** Foreign ids: all of a kind at once, then each alone among own ones. */
async function hidesForeign(door: DoorCheck, read: readonly IdName[]): Promise<void> {
  const kinds = ["book", "company", "person"] as const;
  const groups: IdName[][] = kinds
    .map((kind) => read.filter((name) => idKinds[name] === kind))
    .filter((group) => group.length > 0);
  const all = groups.flat();
  const singles = all.length > 1 ? all.map((name) => [name]) : [];
  for (const { role, by } of door.members.filter(({ role }) => door.may(role) && !door.probe.refuses?.[role])) {
    for (const names of [...groups, ...(role === "kam" || role === "admin" || !door.may("kam") ? singles : [])])
      await hides(door, by, names);
  }
}

async function hides(door: DoorCheck, by: Person, names: readonly IdName[]): Promise<void> {
  const what = (column: Column) => `${by.part} × ${names.join("+")} of ${column}`;
  const random = await tryForeign(door, by, names, "random");
  const otherTenant = await tryForeign(door, by, names, "otherTenant");
  const otherBook = await tryForeign(door, by, names, "otherBook");
  await door.unchanged(`${by.part} × ${names.join("+")}`);
  const harmless = names.every((name) => door.probe.harmless?.[name]);
  if (door.writes && !harmless && random.code === "ok") door.report(`${what("random")}: accepted`, random);
  compare(door, what("otherTenant"), otherTenant, random);
  const secret = names.some(
    (name) => idKinds[name] === "person" || (idKinds[name] === "book" && sees(by.part) === "book"),
  );
  if (secret && !names.some((name) => door.probe.tells?.[name])) compare(door, what("otherBook"), otherBook, random);
}

async function tryForeign(door: DoorCheck, by: Person, names: readonly IdName[], column: Column): Promise<Answer> {
  const what = `${by.part} × ${names.join("+")} of ${column}`;
  const ids = door.mixed(column, names, by);
  const answer = await door.call(what, by, ids);
  if (door.writes && answer.code === "ok") await door.restored(what, (row) => isHidden(door, by, row));
  return { ...answer, text: names.reduce((text, name) => text.replaceAll(ids[name], `<${name}>`), answer.text) };
}

function compare(door: DoorCheck, what: string, answer: Answer, random: Answer): void {
  if (answer.code !== random.code || answer.text !== random.text)
    door.report(`${what}: differs from a random id (${random.code} ${random.text.slice(0, 200)})`, answer);
}

function expectCode(door: DoorCheck, what: string, answer: Answer, code: string): void {
  if (answer.code !== code && answer.code !== "bug")
    door.report(`${what}: expected ${code}, got ${answer.code}`, answer);
}

/** A door for whoever holds a link: it asks for no session, so there are no roles; a link that never was gets nothing. */
async function checkForAnyone(door: DoorCheck, read: readonly IdName[]): Promise<void> {
  const somebody = personOf(door.world.own, "admin");
  const own = door.ids("own", somebody);
  if (door.probe.kind === "form") {
    for (const origin of ["none", "foreign", "cross-site"] as const)
      expectCode(door, `origin ${origin}`, await door.call(`origin ${origin}`, null, own, { origin }), "same-origin");
    await door.unchanged("turned away");
  }
  const answer = await door.call("anyone × own", null, own);
  expectCode(door, "anyone × own", answer, door.probe.refuses?.anyone ?? "ok");
  if (door.writes && answer.code === "ok") await door.restored("anyone × own", () => false);
  else await door.unchanged("anyone × own");
  const names = read.filter((name) => !door.probe.harmless?.[name]);
  if (names.length === 0) return;
  const random = await door.call("anyone × random", null, door.mixed("random", names, somebody));
  if (door.writes && random.code === "ok") door.report("anyone × random: accepted", random);
  await door.unchanged("anyone × random");
}
