import { z } from "zod";
import { type ErrorCode, Refusal } from "./refusal";

// What a broken constraint means to the person, by the constraint's name. Anything else stays general on purpose: a message must never
// tell that something out of reach exists.
const byConstraint: Record<string, Refusal> = {
  assignment_one_primary: new Refusal("overlap"),
  assignment_once: new Refusal("deputy-overlap"),
  client_inn_key: new Refusal("inn-taken-outside", { fields: { inn: "inn-taken-outside" } }),
  client_tenant_id_code_key: new Refusal("code-taken", { fields: { code: "code-taken" } }),
  invitation_open_key: new Refusal("already-invited", { fields: { email: "already-invited" } }),
  team_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  contract_tenant_id_client_id_number_key: new Refusal("contract-number-taken", {
    fields: { number: "contract-number-taken" },
  }),
  product_tenant_id_code_key: new Refusal("code-taken", { fields: { code: "code-taken" } }),
  product_group_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  rate_tenant_id_currency_on_day_key: new Refusal("rate-there", { fields: { onDay: "rate-there" } }),
  industry_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  region_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  tag_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  number_kind_tenant_id_name_ru_key: new Refusal("name-taken", { fields: { nameRu: "name-taken" } }),
  number_kind_tenant_id_name_en_key: new Refusal("name-taken", { fields: { nameEn: "name-taken" } }),
  partner_tenant_id_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  client_partner_once: new Refusal("already-linked", { fields: { role: "already-linked" } }),
  saved_view_tenant_id_member_id_page_name_key: new Refusal("name-taken", { fields: { name: "name-taken" } }),
  team_member_one_team: new Refusal("overlap"),
  team_member_once: new Refusal("overlap"),
  team_link_one_parent: new Refusal("overlap"),
};

const byState: Record<string, ErrorCode> = {
  "23503": "not-found", // foreign key: a row that is not there, or not ours
  "42501": "not-found", // row security
  "23P01": "overlap",
  "23505": "duplicate",
  "23514": "invalid",
  "22P02": "not-found", // an id that is no uuid
};

const cause = z.object({ originalCode: z.string(), originalMessage: z.string() });
const prismaError = z.object({ meta: z.object({ driverAdapterError: z.object({ cause }) }) });
const adapterError = z.object({ cause });
const plainError = z.object({ code: z.string().regex(/^[0-9A-Z]{5}$/), message: z.string() });

/** The SQLSTATE and message under whatever Prisma wrapped around them; null when it is not the database's word. */
function databaseError(error: unknown): { state: string; message: string } | null {
  const wrapped =
    prismaError.safeParse(error).data?.meta.driverAdapterError.cause ?? adapterError.safeParse(error).data?.cause;
  if (wrapped) return { state: wrapped.originalCode, message: wrapped.originalMessage };
  const plain = plainError.safeParse(error).data;
  return plain ? { state: plain.code, message: plain.message } : null;
}

/** Serialisation failure or deadlock: the same transaction may simply be tried again. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Error && "code" in error && error.code === "P2034") return true; // Prisma's own word for it
  return ["40001", "40P01"].includes(databaseError(error)?.state ?? "");
}

/** No connection came free in time: everybody's are in use. Prisma says it of a transaction, the pool of anything else. */
function isExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "P2028") return /unable to start a transaction/i.test(error.message);
  return /timeout exceeded when trying to connect|terminated due to connection timeout/.test(error.message);
}

/** A database error that is the person's to mend, as a Refusal; null when it is a bug. */
export function refusalFor(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isExhausted(error)) return new Refusal("busy");
  const found = databaseError(error);
  if (!found) return null;
  if (found.state === "P0G01") return new Refusal(found.message as ErrorCode); // app.refuse
  if (["40001", "40P01", "57014", "53300", "57P01", "57P03", "08006"].includes(found.state)) return new Refusal("busy");
  const constraint = /constraint "([^"]+)"/.exec(found.message)?.[1];
  const known = constraint ? byConstraint[constraint] : undefined;
  if (known) return known;
  const code = byState[found.state];
  return code ? new Refusal(code) : null;
}
