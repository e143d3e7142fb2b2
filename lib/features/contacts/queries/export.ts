import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { YEAR_UNKNOWN } from "@/lib/domain/birthday";
import { type ChannelKind, channelKinds } from "@/lib/domain/channel";
import { translator } from "@/lib/i18n/messages";
import { type ContactRow, listContacts } from "../queries";

const filter = z.object({ client: z.uuid().optional().catch(undefined) });

/** The people of one client as a file; those in the archive are marked. */
export const exportContacts = exportFile(
  { name: "contacts", ability: "client:read", filter },
  async (scope, { client }): Promise<Exported<ContactRow>> => {
    const name = client && (await nameOf(scope, client));
    if (!client || !name) throw new Refusal("not-found");
    const people = await listContacts(scope, client);
    const t = translator(scope.locale, "contacts");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const relations = translator(scope.locale, "relations");
    const { text, day, number, yesNo } = exportFields<ContactRow>(scope);
    const names = new Map(people.map((one) => [one.id, one.name]));
    const values = (row: ContactRow, kind: ChannelKind) =>
      row.channels.filter((one) => one.kind === kind).map(({ value }) => value);
    return {
      title: `${t("title")} ${name}`,
      fields: [
        text("name", t("form.name"), (row) => row.name, 30),
        text("jobTitle", t("form.jobTitle"), (row) => row.jobTitle),
        text("role", t("form.role"), (row) => words(`contactRole.${row.role}`)),
        text("level", t("form.level"), (row) => row.level && words(`contactLevel.${row.level}`)),
        yesNo("key", t("form.isKey"), (row) => row.isKey),
        number("cadence", t("form.cadence"), (row) => row.cadenceDays),
        text("reportsTo", t("form.reportsTo"), (row) => (row.reportsToId && names.get(row.reportsToId)) || null),
        ...channelKinds.map((kind) =>
          text(kind, words(`channel.${kind}`), (row) => values(row, kind).join("; "), kind === "email" ? 30 : 20),
        ),
        day("birthday", t("form.birthday"), (row) => (yearKnown(row) ? row.birthday : null)),
        ...(people.some((row) => row.birthday && !yearKnown(row))
          ? [
              text("birthday", e("birthdayWithoutYear"), (row) =>
                yearKnown(row) ? null : (row.birthday?.slice(5) ?? null),
              ),
            ]
          : []),
        text("ties", relations("knownBy"), (row) => row.ties.map((one) => one.name).join(", "), 28),
        text("zone", t("form.zone"), (row) => row.zone),
        text("note", t("form.note"), (row) => row.note, 40),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: people,
    };
  },
);

function yearKnown({ birthday }: ContactRow): boolean {
  return birthday !== null && Number(birthday.slice(0, 4)) !== YEAR_UNKNOWN;
}

async function nameOf(scope: Scope, client: string): Promise<string | null> {
  const found = await scope.db.client.findFirst({ where: { id: client }, select: { name: true } });
  return found?.name ?? null;
}
