// What the tests of clients and contacts add to the company of assignments-house.
import type { House } from "./assignments-house";

export function contact(house: House, client: string, name: string, columns: Record<string, unknown> = {}) {
  return house.row("contact", { client_id: client, name, ...columns });
}

export function channel(house: House, client: string, person: string, kind: string, value: string, key = value) {
  return house.row("contact_channel", { client_id: client, contact_id: person, kind, value, value_key: key });
}

export async function tagged(house: House, client: string, tag: string): Promise<void> {
  await house.rows("insert into client_tag (tenant_id, client_id, tag_id) values ($1, $2, $3)", [
    house.company,
    client,
    tag,
  ]);
}

/** A client's form with nothing but a name in it. */
export const emptyClient = {
  kind: "company" as const,
  name: "Новая",
  legalName: "",
  inn: "",
  kpp: "",
  ogrn: "",
  industryId: "",
  regionId: "",
  city: "",
  zone: "",
  website: "",
  tier: "" as const,
  workMode: "mixed" as const,
  since: "",
  note: "",
  tagIds: [] as string[],
};

/** A contact's form with nothing but a name in it. */
export const emptyContact = {
  name: "Новый Человек",
  jobTitle: "",
  level: "" as const,
  role: "other" as const,
  isKey: false,
  cadenceDays: "",
  reportsToId: "",
  birthday: "",
  zone: "",
  note: "",
  channels: [] as { kind: "phone" | "email" | "telegram"; value: string; preferred: boolean }[],
};
