import type { Contact } from "../rows";

/** A place in a client's house: what it is called, how high it stands, and what its holder does about us. */
export type Job = { title: string; level: NonNullable<Contact["level"]>; role: Contact["role"] };

const job = (title: string, level: Job["level"], role: Job["role"]): Job => ({ title, level, role });

/** Who decides; one per client, first in the list of contacts. */
export const heads: readonly Job[] = [
  job("генеральный директор", "executive", "decides"),
  job("директор", "executive", "decides"),
  job("собственник", "executive", "decides"),
  job("коммерческий директор", "executive", "decides"),
  job("директор по закупкам", "executive", "decides"),
  job("управляющий", "executive", "decides"),
];

/** Everyone else, who reports to the one who decides. */
export const staff: readonly Job[] = [
  job("начальник отдела закупок", "middle", "buys"),
  job("категорийный менеджер", "middle", "buys"),
  job("менеджер по закупкам", "working", "buys"),
  job("главный бухгалтер", "middle", "pays"),
  job("бухгалтер", "working", "pays"),
  job("финансовый директор", "executive", "influences"),
  job("заместитель директора", "executive", "influences"),
  job("начальник производства", "middle", "influences"),
  job("шеф-повар", "middle", "uses"),
  job("технолог", "working", "uses"),
  job("логист", "working", "uses"),
  job("заведующий складом", "working", "uses"),
  job("администратор", "working", "other"),
  job("офис-менеджер", "working", "other"),
];
