// A company with two books for the tests of the book: Anna's three clients, Boris's two, one of nobody, one in the archive.
import { House } from "./assignments-house";
import { channel, contact, tagged } from "./client-house";

export type BookHouse = Awaited<ReturnType<typeof openBookHouse>>;

export async function openBookHouse() {
  const house = await House.open();
  const anna = await house.person("Анна", "kam");
  const boris = await house.person("Борис", "kam");
  const lead = await house.person("Лид", "lead");
  const admin = await house.person("Админ", "admin");
  const auditor = await house.person("Аудитор", "auditor");
  await house.team("Север", lead, anna);
  const food = await house.row("industry", { name: "Еда" });
  const machines = await house.row("industry", { name: "Станки" });
  const ural = await house.row("region", { name: "Урал", zone: "Asia/Yekaterinburg" });
  const vip = await house.row("tag", { name: "vip" });
  const secret = await house.row("tag", { name: "секрет Бориса" });

  const head = await house.client("Холдинг", boris, { industry_id: machines });
  const zarya = await house.client("Заря", anna, {
    tier: "A",
    industry_id: food,
    region_id: ural,
    since: "2019-06-24",
    parent_id: head,
    inn: "7707083893",
  });
  const elka = await house.client("Ёлка", anna, {
    tier: "B",
    work_mode: "reactive",
    zone: "Asia/Irkutsk",
    since: "2026-02-01",
    city: "Иркутск",
  });
  await house.client("Егоров", anna, { tier: "B", kind: "person", since: "2023-11-23" });
  const taina = await house.client("Тайна", boris, { tier: "C", since: "2025-11-24" });
  await house.client("Ничья", null);
  await house.client("Старая", anna, { archived_at: "2026-01-01" });
  await tagged(house, zarya, vip);
  await tagged(house, taina, secret);
  const irina = await contact(house, zarya, "Ирина Власова", { is_key: true, job_title: "директор" });
  await channel(house, zarya, irina, "phone", "8 912 000-00-01", "+79120000001");
  await contact(house, zarya, "Пётр Гай");
  await contact(house, elka, "Бывший", { archived_at: "2026-01-01", is_key: true });
  await contact(house, taina, "Чужой Человек", { is_key: true });
  await house.assign(zarya, boris, { role: "deputy", starts_on: "2026-11-01", ends_on: "2026-12-01" });
  return {
    house,
    anna,
    boris,
    lead,
    admin,
    auditor,
    id: { food, machines, vip, secret, head, zarya },
  };
}
