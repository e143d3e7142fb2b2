// The large data set of quality.md: 50 companies, one of them with 5,000 clients, 40 KAMs and a million sale lines. The same size gives the same
// rows, whenever and wherever. Made in sets, past triggers and foreign keys, by a superuser of a throw-away database.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { fillAssignments } from "./tables/assignments";
import { fillClients } from "./tables/clients";
import { fillCompanies } from "./tables/companies";
import { fillPeople } from "./tables/people";
import { fillPlans } from "./tables/plans";
import { fillProducts } from "./tables/products";
import { fillSales } from "./tables/sales";

export type LargeSize = {
  companies: number;
  clients: number;
  kams: number;
  /** Documents of each client, spread over three years. */
  documents: number;
  /** Lines of each document. */
  lines: number;
};

/** 5,000 clients × 25 documents × 8 lines: a million. */
export const LARGE: LargeSize = { companies: 50, clients: 5000, kams: 40, documents: 25, lines: 8 };

/** The book of the first KAM, in the large company and, row for row, in the twin, which has nothing else. */
export const BOOK = 100;
export const TODAY = "2026-11-23";

/** How one table (or a few that belong together) is filled, for all companies at once. `bench_company` says which there are: see companies.ts. */
export type Fill = (db: pg.Client, size: LargeSize) => Promise<void>;

/** Those that others point at first. A feature with figures of its own adds its tables here; SQL for ids is `idOf`. */
const fills: Readonly<Record<string, Fill>> = {
  companies: fillCompanies,
  people: fillPeople,
  clients: fillClients,
  assignments: fillAssignments,
  products: fillProducts,
  sales: fillSales,
  plans: fillPlans,
};

/** Fills an empty, migrated database. `without` leaves tables out, e.g. sales for what brings them in itself. */
export async function makeLargeTenant(
  adminUrl: string,
  size: LargeSize = LARGE,
  without: readonly string[] = [],
): Promise<void> {
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  try {
    await db.query(
      "set session_replication_role = replica; set work_mem = '128MB'; set maintenance_work_mem = '256MB'; set jit = off",
    );
    for (const [name, fill] of Object.entries(fills)) if (!without.includes(name)) await fill(db, size);
    await db.query("vacuum analyze");
  } finally {
    await db.end();
  }
}

/**
 * SQL for the id of a row of company `t` (a row of bench_company): the same for the same words, in no order, as random ones are. `number` is SQL.
 */
export function idOf(table: string, number: string): string {
  return `md5(t.id::text || ' ${table} ' || (${number})::text)::uuid`;
}

/** Copies a database that nobody is connected to; throws the old copy away. */
export async function copyDatabase(adminUrl: string, template: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const draft = `${name}_${randomBytes(4).toString("hex")}`;
    await admin.query(`create database ${draft} template ${template}`);
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`alter database ${draft} rename to ${name}`);
  } finally {
    await admin.end();
  }
}
