import { addDays } from "@/lib/domain/calendar-date";
import { randomFor } from "../random";
import { type Core, casesOf, type Scene } from "./casebook";
import { dated } from "./dated";
import { numbersOf } from "./numbers";
import { partnersOf } from "./partners";
import { factsOf, tiesOf } from "./people";
import { addressesOf, answersOf, needsOf } from "./profile";
import { promisesOf } from "./promises";
import type { Memory } from "./rows";
import { stagesOf, withHand } from "./stages";
import { storyOf } from "./stories";
import { talkDays, toldOf } from "./touches";
import type { Story, Words } from "./words";

type Tenant = { id: string; name: string; zone: string; currency: string };

/**
 * What a company remembers of its clients. Of those whose story is written by hand, what was made up ends before it begins; everything of
 * a client follows from its name, so that one more client changes no other.
 */
export function memoryOf(
  tenant: Tenant,
  today: string,
  core: Core,
  words: Words,
  stories: Readonly<Record<string, Story>>,
): Memory {
  const scene: Scene = { today, zone: tenant.zone, currency: tenant.currency, words, core };
  const cases = casesOf(scene);
  const memory: Memory = {
    client_stage: [],
    contact_tie: [],
    contact_fact: [],
    touch: [],
    touch_contact: [],
    promise: [],
    key_number: [],
    profile_answer: [],
    need: [],
    client_address: [],
    ...partnersOf(cases, scene, randomFor(`${tenant.name}/partners`)),
  };
  cases.forEach((one, ordinal) => {
    const random = randomFor(`${tenant.name}/memory/${one.client.name}`);
    const known = stories[one.client.name];
    const story = known && dated(known, today, words);
    const facts = factsOf(one, scene, story?.facts, random);
    memory.contact_fact.push(...facts);
    // What the story tells of somebody was not so yet in the talks before it.
    one.facts = story?.facts ? [] : facts;
    const stages = stagesOf(one, scene, randomFor(`${tenant.name}/stages/${one.client.name}`));
    memory.client_stage.push(...(story?.stage ? withHand(stages, one, story.stage, scene, random) : stages));
    memory.contact_tie.push(...tiesOf(one, scene, random));
    const opening = story ? addDays(today, -Math.max(...story.tales.map(([daysAgo]) => daysAgo))) : today;
    const days = talkDays(one, today, random).filter((day) => day < opening);
    const made = toldOf(one, scene, days, random);
    const promised = promisesOf(one, scene, made, random);
    const written = story ? storyOf(one, scene, story, random) : { told: [], promises: [] };
    const told = [...made, ...written.told];
    memory.touch.push(...told.map(({ touch }) => touch));
    memory.touch_contact.push(
      ...told.flatMap(({ touch, contact }) =>
        contact ? [{ client_id: one.client.id, touch_id: touch.id, contact_id: contact.id }] : [],
      ),
    );
    // Nothing made up stays open beside a story that says how things stand.
    memory.promise.push(...promised.filter(({ status }) => !story || status !== "open"), ...written.promises);
    memory.key_number.push(
      ...numbersOf(one, scene, { tenant: tenant.id, ordinal: ordinal + 1, told: story?.numbers }, random),
    );
    memory.profile_answer.push(...answersOf(one, scene, tenant.id, story?.answers, random));
    memory.need.push(...needsOf(one, scene, story?.needs, random));
    memory.client_address.push(...addressesOf(one, scene, random));
  });
  return memory;
}
