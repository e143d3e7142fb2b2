// Files as the browser orders them.
import { z } from "zod";
import { request } from "@/tests/access/doors/next";
import type { House, Person } from "./assignments-house";

type Door = (request: Request) => Promise<Response>;
export type Order = {
  format?: "csv" | "xlsx";
  query?: string;
  columns?: string[];
  company?: string;
  signal?: AbortSignal;
};

export async function order(house: House, door: Door, by: Person, asked: Order = {}): Promise<Response> {
  house.sit(by);
  const { format = "csv", query = "", columns, company = house.company, signal } = asked;
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ company, format, query, columns });
  return door(new Request("http://grange.test/api/exports", { method: "POST", headers, body, signal }));
}

/** The lines of a CSV without quoted line breaks, each as its cells. */
export async function linesOf(response: Response): Promise<string[][]> {
  const text = (await response.text()).replace(/^\ufeff/, "").trimEnd();
  // A Russian file has semicolons, because its decimals have commas.
  const border = /^[^\r]*;/.test(text) ? ";" : ",";
  const between = new RegExp(`${border}(?=(?:[^"]*"[^"]*")*[^"]*$)`);
  return text.split("\r\n").map((line) => line.split(between).map((cell) => cell.replace(/^"(.*)"$/s, "$1")));
}

export async function codeOf(response: Response): Promise<string> {
  return z.object({ code: z.string() }).parse(await response.json()).code;
}

/** What the audit trail says of exports, the newest last. */
export async function entriesOf(house: House): Promise<Record<string, unknown>[]> {
  const rows = await house.rows<{ changes: Record<string, unknown>; member: string }>(
    "select changes, member_id as member from audit_entry where tenant_id = $1 and action = 'exportTable' order by id",
    [house.company],
  );
  return rows.map(({ changes, member }) => ({ ...changes, member }));
}

export const speak = (locale: string) => request.cookies.set("grange-locale", locale);
