import { headers } from "next/headers";
import { originOf } from "@/lib/access/origin";
import { postMail } from "@/lib/access/outbox";
import type { Scope } from "@/lib/access/scope";
import { addDays } from "@/lib/domain/calendar-date";
import { day } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import type { NamedClient } from "./orders";

/** What a member is told: gained and lost clients, standing in and being stood in for, special work, an order taken back, a part that ends. */
export type Letter = {
  kind: "gained" | "lost" | "deputy" | "covered" | "specialist" | "joined" | "undone" | "ended";
  to: string;
  clients: readonly NamedClient[];
  /** The other member in it, if there is one. */
  other: string | null;
  on: string;
  /** First day after. */
  until?: string | null;
};

/** A mail is no list: more clients than these are only counted. */
const NAMED = 40;

/** Puts the letters into the outbox, each in its reader's language. Nobody is told what they did themselves, nor who is gone. */
export async function postLetters(scope: Scope, letters: readonly Letter[], reason: string | null): Promise<void> {
  const sent = letters.filter((letter) => letter.to !== scope.member.id && letter.clients.length > 0);
  if (sent.length === 0) return;
  const ids = sent.flatMap((letter) => [letter.to, ...(letter.other ? [letter.other] : [])]);
  const rows = await scope.db.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true, locale: true, leftOn: true },
  });
  const members = new Map(rows.map((row) => [row.id, row]));
  const book = `${originOf(await headers())}/book`;
  for (const letter of sent) {
    const to = members.get(letter.to);
    if (!to || (to.leftOn && to.leftOn.toISOString().slice(0, 10) <= scope.today)) continue;
    const locale = isLocale(to.locale) ? to.locale : scope.company.locale;
    const t = translator(locale, "handover");
    const values = {
      count: letter.clients.length,
      other: (letter.other && members.get(letter.other)?.name) || t("nobody"),
      from: day(letter.on, locale),
      last: letter.until ? day(addDays(letter.until, -1), locale) : "none",
    };
    const rest = letter.clients.length - NAMED;
    const body = [
      t("greeting", { name: to.name }),
      "",
      t(`${letter.kind}.text`, values),
      "",
      ...letter.clients.slice(0, NAMED).map(({ name, code }) => t("client", { name, code })),
      ...(rest > 0 ? [t("more", { count: rest })] : []),
      "",
      ...(reason ? [t("reason", { reason }), ""] : []),
      t("by", { name: scope.member.name, company: scope.company.name }),
      t("book", { address: book }),
    ];
    await postMail(scope.db, {
      tenant: scope.company.id,
      kind: "handover",
      to: to.email,
      subject: t(`${letter.kind}.subject`, values),
      text: body.join("\n"),
    });
  }
}
