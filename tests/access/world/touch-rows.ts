import type { Ids } from "./ids";
import type { Row } from "./insert";
import type { Cast } from "./rows";

/** Talks and promises of a book. client_touch and cadence follow by themselves. */
export const touchRows: Record<string, (ids: Ids, cast: Cast) => Row | Row[]> = {
  touch: (ids, cast) => [
    {
      id: ids.touch,
      client_id: ids.client,
      kind: "call",
      direction: "out",
      happened_at: "2026-03-16T07:00:00Z",
      on_day: "2026-03-16",
      subject: `call ${ids.word}`,
      text: `said ${ids.word}`,
      topics: [`topic ${ids.word}`],
      minutes: 10,
      author_id: cast.owner,
    },
    {
      id: ids.binnedTouch,
      client_id: ids.client,
      kind: "call",
      happened_at: "2026-03-10T07:00:00Z",
      on_day: "2026-03-10",
      subject: `binned ${ids.word}`,
      author_id: cast.owner,
      deleted_at: "2026-03-16T07:00:00Z",
    },
  ],
  touch_contact: (ids) => ({ client_id: ids.client, touch_id: ids.touch, contact_id: ids.contact }),
  promise: (ids, cast) => ({
    id: ids.promise,
    client_id: ids.client,
    side: "ours",
    text: `promise ${ids.word}`,
    due_on: "2026-03-20",
    touch_id: ids.touch,
    contact_id: ids.contact,
    owner_id: cast.owner,
    created_by: cast.owner,
  }),
  client_import: (ids, cast) => ({
    client_id: ids.client,
    import_id: ids.importDone,
    kind: "clients",
    file_name: `file ${cast.label}.csv`,
    rows: 1,
  }),
};
