import { AsyncLocalStorage } from "node:async_hooks";

type Answer = { busy: boolean };

// The server and the app are bundled apart: what both must see stands in the process, not in a module.
const KEY = Symbol.for("grange.answer");
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Answer> };
shared[KEY] ??= new AsyncLocalStorage();
const answers = shared[KEY];

/** Runs what answers a request; `busy` of the answer is true once a door inside it said so. */
export function answering<T>(answer: Answer, run: () => T): T {
  return answers.run(answer, run);
}

/** A page cannot set its own status: the server that sends the head reads it here. */
export function noteBusy(): void {
  const answer = answers.getStore();
  if (answer) answer.busy = true;
}
