import { addDays } from "@/lib/domain/calendar-date";
import type { PromiseSide } from "@/lib/domain/promise";
import type { TouchFormValues } from "@/lib/features/touches/schema";

/** A promise that is being written down. */
export type PromiseDraft = { key: string; side: PromiseSide; text: string; dueOn: string };

/** What the form holds while it is filled in: topics as they are typed. */
export type TouchDraft = Omit<TouchFormValues, "topics" | "promises"> & {
  topics: string;
  promises: PromiseDraft[];
  clientName: string;
};

export function emptyDraft(client: { id: string; name: string } | null, today: string): TouchDraft {
  return {
    clientId: client?.id ?? "",
    clientName: client?.name ?? "",
    kind: "call",
    direction: "out",
    answered: true,
    contactIds: [],
    subject: "",
    text: "",
    topics: "",
    minutes: "",
    day: today,
    time: "",
    private: false,
    promises: [],
  };
}

export function draftOf(values: TouchFormValues, clientName: string): TouchDraft {
  return { ...values, topics: values.topics.join(", "), promises: [], clientName };
}

/** What is sent: a line of a promise that was opened and left empty is none. */
export function inputOf({ clientName: _name, topics, promises, ...values }: TouchDraft): TouchFormValues {
  return {
    ...values,
    private: values.private && values.kind === "note",
    topics: topics
      .split(/[,;\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
    promises: promises.filter(({ text }) => text.trim() !== "").map(({ side, text, dueOn }) => ({ side, text, dueOn })),
  };
}

export function newPromise(today: string): PromiseDraft {
  return { key: crypto.randomUUID(), side: "ours", text: "", dueOn: addDays(today, 7) };
}
