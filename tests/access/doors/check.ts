// Everything that must hold of one door, tried. Answers findings in words; none means that it holds.
import type { DoorMark } from "@/lib/access/doors";
import { can, readsOnly } from "@/lib/access/policy";
import { type Role, roles } from "@/lib/domain/roles";
import type { Probe } from "../probes/probe";
import { changesBetween, type Snapshot, tableOf, type Watch } from "../snapshot";
import type { IdName, Ids } from "../world/ids";
import type { Person } from "../world/people";
import { idsFor, personOf, type World } from "../world/world";
import { type Answer, type Call, callDoor } from "./call";
import { leaksIn } from "./leaks";

export type Column = "own" | "otherBook" | "otherTenant" | "random";

export class DoorCheck {
  readonly findings: string[] = [];
  calls = 0;
  private before: Snapshot = [];

  constructor(
    readonly name: string,
    readonly mark: DoorMark,
    readonly probe: Probe,
    readonly world: World,
    private readonly watch: Watch,
    /** Keys of rows that only another book's people and who sees all may touch. */
    readonly hiddenRows: ReadonlySet<string>,
  ) {}

  /** Who may, by the policy. */
  may(role: Role): boolean {
    const { ability } = this.mark;
    return ability === null || (can([role], ability) && !(this.writes && readsOnly([role])));
  }

  get writes(): boolean {
    return !["query", "lookup", "publicQuery", "route", "export"].includes(this.probe.kind);
  }

  get members(): { role: Role; by: Person }[] {
    return roles.map((role) => ({ role, by: personOf(this.world.own, role) }));
  }

  async start(): Promise<void> {
    this.before = await this.watch.look();
  }

  report(what: string, answer?: Answer): void {
    const said = answer ? `: ${answer.bug ?? answer.text.slice(0, 400)}` : "";
    this.findings.push(`${this.name} ${what}${said}`);
  }

  /** One call; a bug or a leak is a finding whatever else was expected. */
  async call(what: string, by: Person | null, ids: Ids, more: Partial<Call> = {}): Promise<Answer> {
    const { probe, world } = this;
    const answer = await callDoor({ probe, ids, by, company: world.own.tenant, ...more });
    this.calls++;
    if (answer.code === "bug") this.report(`${what}: bug`, answer);
    if (!answer.plain) this.report(`${what}: the answer is not plain JSON`, answer);
    for (const leak of leaksIn(answer, by, ids, world)) this.report(`${what}: tells "${leak}"`, answer);
    return answer;
  }

  /** Nothing may have changed since the last look, but the tables that the probe names. */
  async unchanged(what: string): Promise<void> {
    const changes = changesBetween(this.before, await this.watch.look());
    if (changes.length === 0) return;
    const wrong = changes.filter((key) => !this.probe.leaves?.includes(tableOf(key).replace("public.", "")));
    if (wrong.length > 0) this.report(`${what}: changed ${wrong.join(", ")}`);
    this.before = await this.watch.restore(changes);
  }

  /** Whatever was changed is the caller's to change; then everything is put back. */
  async restored(what: string, hidden: (key: string) => boolean): Promise<string[]> {
    const changes = changesBetween(this.before, await this.watch.look());
    const wrong = changes.filter(hidden);
    if (wrong.length > 0) this.report(`${what}: changed ${wrong.join(", ")}`);
    if (changes.length > 0) this.before = await this.watch.restore(changes);
    return changes;
  }

  ids(column: Column, by: Person): Ids {
    return idsFor(this.world, column, by);
  }

  /** Own ids, but these names from another column. */
  mixed(column: Column, names: readonly IdName[], by: Person): Ids {
    const theirs = this.ids(column, by);
    return { ...this.ids("own", by), ...Object.fromEntries(names.map((name) => [name, theirs[name]])) };
  }

  look(): Promise<Snapshot> {
    return this.watch.look();
  }

  async same(as: Snapshot, what: string): Promise<void> {
    const changes = changesBetween(as, await this.watch.look());
    if (changes.length > 0) this.report(`${what}: changed ${changes.join(", ")}`);
  }
}
