import { exportFields } from "@/lib/access/export-fields";
import type { Exported } from "@/lib/access/export-file";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { profileSections } from "@/lib/domain/profile";
import { type AddressRow, listAddresses } from "@/lib/features/addresses/queries";
import { listNeeds, type NeedRow } from "@/lib/features/needs/queries";
import { listNumbers, type NumberRow, type NumberValueRow } from "@/lib/features/numbers/queries";
import { listProfile, type ProfileRow } from "@/lib/features/profile/queries";
import { translator } from "@/lib/i18n/messages";
import { slotText } from "@/lib/i18n/slot-text";
import { exportOfClient } from "./export-of-client";

type Known = { kind: NumberRow; value: NumberValueRow | null };

/** A client's key numbers with all that was ever known of each, the latest first; a number that nobody knows stands alone. */
export const exportClientNumbers = exportOfClient(
  { name: "clientNumbers" },
  async (scope, client): Promise<Exported<Known>> => {
    const t = translator(scope.locale, "numbers");
    const e = translator(scope.locale, "exports");
    const { text, decimal, day, yesNo } = exportFields<Known>(scope);
    const amount = ({ value }: Known) =>
      value?.minor && value.currency
        ? decimalOf(BigInt(value.minor), currencyExponent(value.currency))
        : (value?.figure ?? null);
    const unit = ({ kind, value }: Known) =>
      kind.unit === "money" ? (value?.currency ?? null) : (kind.measure ?? t(`unit.${kind.unit}`));
    const numbers = await listNumbers(scope, client);
    return {
      title: t("title"),
      fields: [
        text("topic", t("kinds.topic"), ({ kind }) => t(`topic.${kind.topic}`)),
        text("name", e("number"), ({ kind }) => kind.name, 30),
        decimal("value", t("form.value"), amount),
        text("unit", t("kinds.unit"), unit, 14),
        text("content", e("inWords"), ({ value }) => value?.content ?? null, 30),
        day("asOf", t("form.asOf"), ({ value }) => value?.asOf ?? null),
        yesNo("latest", e("inForce"), ({ kind, value }) => value !== null && value.id === kind.latest?.id),
        text("source", t("form.source"), ({ value }) => value && t(`source.${value.source}`)),
        text(
          "who",
          t("form.who"),
          ({ value }) => [value?.contactName, value?.sourceNote].filter(Boolean).join(", "),
          28,
        ),
        text("by", e("by"), ({ value }) => value?.by ?? null, 24),
      ],
      rows: numbers.flatMap((kind): Known[] =>
        kind.history.length > 0 ? kind.history.map((value) => ({ kind, value })) : [{ kind, value: null }],
      ),
    };
  },
);

/** The questionnaire with a client's answers, by section; what nobody has answered too. */
export const exportClientProfile = exportOfClient(
  { name: "clientProfile" },
  async (scope, client): Promise<Exported<ProfileRow>> => {
    const t = translator(scope.locale, "profile");
    const e = translator(scope.locale, "exports");
    const { text, day, number } = exportFields<ProfileRow>(scope);
    const { rows } = await listProfile(scope, client);
    return {
      title: t("title"),
      fields: [
        text("section", t("questions.section"), (row) => t(`section.${row.section}`), 24),
        text("question", e("question"), (row) => row.text, 48),
        text("answer", e("answer"), (row) => row.said, 48),
        day("confirmedOn", e("confirmedOn"), (row) => row.confirmedOn),
        text("confirmedBy", e("confirmedBy"), (row) => row.confirmedBy, 24),
        number("halfLife", t("questions.halfLife"), (row) => row.halfLifeDays),
      ],
      rows: profileSections.flatMap((section) => rows.filter((row) => row.section === section)),
    };
  },
);

/** What a client needs and what hurts, open and closed, with what we offer. */
export const exportClientNeeds = exportOfClient(
  { name: "clientNeeds" },
  async (scope, client): Promise<Exported<NeedRow>> => {
    const t = translator(scope.locale, "needs");
    const e = translator(scope.locale, "exports");
    const { text, day } = exportFields<NeedRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("kind", t("form.kind"), (row) => t(`kind.${row.kind}`)),
        text("title", t("form.title"), (row) => row.title, 40),
        text("detail", t("form.detail"), (row) => row.detail, 48),
        text("contact", t("form.contact"), (row) => row.contactName, 24),
        day("raisedOn", t("form.raisedOn"), (row) => row.raisedOn),
        text("status", t("form.status"), (row) => t(`status.${row.status}`)),
        text("offer", t("form.offer"), (row) => row.offer, 40),
        day("offeredOn", e("offeredOn"), (row) => row.offeredOn),
        day("closedOn", e("closedDay"), (row) => row.closedOn),
        text("dropReason", t("form.dropReason"), (row) => row.dropReason, 30),
      ],
      rows: await listNeeds(scope, client),
    };
  },
);

/** Where a client takes deliveries, sells or sits, and when one is let in. */
export const exportClientAddresses = exportOfClient(
  { name: "clientAddresses" },
  async (scope, client): Promise<Exported<AddressRow>> => {
    const t = translator(scope.locale, "addresses");
    const e = translator(scope.locale, "exports");
    const { text } = exportFields<AddressRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("kind", t("form.kind"), (row) => t(`kind.${row.kind}`)),
        text("name", t("form.name"), (row) => row.name, 24),
        text("place", t("form.place"), (row) => row.place, 48),
        text("slots", t("form.slots"), (row) => slotText(row.slots, t), 30),
        text("contact", t("form.contact"), (row) => row.contactName, 24),
        text("phone", e("phone"), (row) => row.contactPhone, 18),
        text("terms", t("form.terms"), (row) => row.terms, 40),
      ],
      rows: await listAddresses(scope, client),
    };
  },
);
