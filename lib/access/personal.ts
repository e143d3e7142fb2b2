/**
 * The columns that hold a human's personal values: the audit trail keeps of them only an HMAC under that human's key, which erasure destroys.
 * The one list; app.personal_column is its copy in the database, and tests/access/catalogue.test.ts holds the two together.
 */
export const personalColumns: Readonly<Record<string, readonly string[]>> = {
  contact: ["birthday", "name", "note"],
  contact_channel: ["value", "value_key"],
  contact_fact: ["content"],
  invitation: ["email", "name"],
  member: ["email", "name", "phone"],
  touch: ["subject", "text", "topics"],
  pay_plan_version: ["package", "terms"],
  pay_assignment: ["base"],
  pay_slip: ["base_pay", "carried", "content", "payout", "variable"],
  partner_person: ["email", "name", "note", "phone"],
};
