import { z } from "zod";
import type { TimelineSource } from "../source";

const kinds = ["clients", "contacts", "assignments", "contracts", "sales"] as const;
const imported = z.object({ kind: z.enum(kinds).catch("clients"), file: z.string(), rows: z.number() });

/** What a file brought: the rows of client_import, which every import leaves for the clients that it touched. */
export const imports: TimelineSource = {
  group: "card",
  past({ moments }) {
    const { after, order } = moments("i.at", "i.import_id");
    return `select i.at, i.import_id::text id, jsonb_build_object('kind', i.kind, 'file', i.file_name, 'rows', i.rows) facts from client_import i
      where i.client_id = $1::uuid and ${after} ${order}`;
  },
  entry(facts, { t }) {
    const { kind, file, rows } = imported.parse(facts);
    return { title: t(`kinds.import.${kind}`), text: t("kinds.import.rows", { count: rows }), tail: file };
  },
};
