import { TODAY } from "./assignments-house";

/** An answered call of ours, today, with nothing said about it. */
export const touchForm = (clientId: string, fields: object = {}) => ({
  clientId,
  kind: "call" as const,
  direction: "out" as const,
  answered: true,
  contactIds: [] as string[],
  subject: "",
  text: "",
  topics: [] as string[],
  minutes: "",
  day: TODAY,
  time: "",
  private: false,
  promises: [] as { side: "ours" | "theirs"; text: string; dueOn: string }[],
  ...fields,
});
