import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { closedMonths, type Months, monthsBefore } from "@/lib/domain/closed-months";
import { type LifeStage, lifeStageOn, type StageReason } from "@/lib/domain/life-stage";
import { rhythmOf } from "@/lib/domain/rhythm";
import { ago } from "../dates";
import type { Random } from "../random";
import { type Case, ownerOn, type Scene } from "./casebook";
import type { ClientStage } from "./rows";

/** A stage that its manager set, with what is known of it. */
export type ByHand = { stage: LifeStage; daysAgo: number; reason: string; until: number };

/**
 * The stages that the nightly rule would have written, asked on the first of every month and today. Of whoever was a client before the
 * records begin they start a year later: until then the rule would call everybody new.
 */
export function stagesOf(one: Case, { today, zone }: Scene, random: Random): ClientStage[] {
  const first = one.bought[0];
  if (first === undefined) return [];
  const records = ago(today, 0, 30);
  const isOlder = one.client.since !== null && one.client.since < records;
  const from = isOlder ? addMonths(records, 13) : first;
  const end = one.client.archived_at?.slice(0, 10) ?? today;
  const days = [from, ...firstsBetween(from, end), end].filter((day) => day >= first && day <= end);
  const rows: ClientStage[] = [];
  for (const day of new Set(days)) {
    const now = stageOn(one, day);
    const before = rows.at(-1);
    if (!now || before?.stage === now.stage) continue;
    if (before) before.ends_on = day;
    rows.push({
      id: random.uuid(),
      client_id: one.client.id,
      stage: now.stage,
      starts_on: day,
      ends_on: null,
      figures: now.reason,
      manual: false,
      reason: null,
      expires_on: null,
      created_by: null,
      created_at: `${day} 02:10:00 ${zone}`,
    });
  }
  return rows;
}

/** What a person said instead: it ends what the rule said, and is kept until it expires. */
export function withHand(
  rows: ClientStage[],
  one: Case,
  hand: ByHand,
  { today, zone }: Scene,
  random: Random,
): ClientStage[] {
  const on = ago(today, 0, 0, hand.daysAgo);
  const before = rows.filter(({ starts_on }) => starts_on < on);
  const last = before.at(-1);
  if (last) last.ends_on = on;
  const set: ClientStage = {
    id: random.uuid(),
    client_id: one.client.id,
    stage: hand.stage,
    starts_on: on,
    ends_on: null,
    figures: {},
    manual: true,
    reason: hand.reason,
    expires_on: ago(today, 0, 0, -hand.until),
    created_by: ownerOn(one, on),
    created_at: `${on} 12:00:00 ${zone}`,
  };
  return [...before, set];
}

function firstsBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const next = addMonths(monthStart(from), 1);
  return next > to ? [] : [next, ...firstsBetween(next, to)];
}

function stageOn(one: Case, day: CalendarDate): { stage: LifeStage; reason: StageReason } | null {
  const rhythm = rhythmOf(one.bought.filter((date) => date <= day));
  if (!rhythm) return null;
  const year = closedMonths(day, 12);
  const turnover = turnoverIn(one, year);
  return lifeStageOn({ rhythm, turnover, turnoverBefore: turnoverIn(one, monthsBefore(year, 12)) }, day);
}

function turnoverIn({ lines }: Case, { from, to }: Months): bigint {
  let sum = 0;
  for (const { sold_on, base_amount } of lines) if (sold_on >= from && sold_on < to) sum += base_amount;
  return BigInt(sum);
}
