// Secrets of one installation. With the embedded database they are made at the first start and kept in .data/secrets;
// with a server's database they must be given, because several machines have to agree on them.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { SetupStop } from "./bootstrap";
import { dataFolder, readOptional, writeFileAtomically } from "./project";

/** Environment variables that the app reads. */
const APP_SECRETS = {
  AUTH_SECRET: "signs the sign-in cookie",
} as const;

export type Secrets = {
  app: Record<keyof typeof APP_SECRETS, string>;
  /** Passwords of the two database logins; only used on the embedded database. */
  passwords: { owner: string; app: string };
};

/** Reads .data/secrets, completing it where something is missing (first start, or a newer version needs one more). */
export function localSecrets(): Secrets {
  const path = join(dataFolder, "secrets");
  const kept: Record<string, string> = JSON.parse(readOptional(path) ?? "{}");
  const made = { ...kept };
  for (const name of [...Object.keys(APP_SECRETS), "OWNER_PASSWORD", "APP_PASSWORD"]) {
    made[name] ??= randomBytes(32).toString("base64url");
  }
  if (JSON.stringify(made) !== JSON.stringify(kept)) writeFileAtomically(path, `${JSON.stringify(made, null, 2)}\n`);
  const value = (name: string) => process.env[name] ?? made[name] ?? "";
  return {
    app: { AUTH_SECRET: value("AUTH_SECRET") },
    passwords: { owner: value("OWNER_PASSWORD"), app: value("APP_PASSWORD") },
  };
}

/** What a start on a server's database needs from the environment; names everything that is missing at once. */
export function requireEnvironment(): { secrets: Secrets["app"]; appUrl: string; ownerUrl: string } {
  const needed = {
    DATABASE_URL: "the app's login",
    MIGRATE_URL: "the owner's login, used only for migrations",
    ...APP_SECRETS,
  };
  const missing = Object.entries(needed).filter(([name]) => !process.env[name]);
  if (missing.length > 0) {
    const lines = missing.map(([name, why]) => `  ${name.padEnd(14)} ${why}`);
    throw new SetupStop(`With a database server these must be set in the environment:\n${lines.join("\n")}`);
  }
  const value = (name: keyof typeof needed) => process.env[name] ?? "";
  if (value("AUTH_SECRET").length < 32)
    throw new SetupStop("AUTH_SECRET must have at least 32 characters (openssl rand -base64 32).");
  return {
    secrets: { AUTH_SECRET: value("AUTH_SECRET") },
    appUrl: value("DATABASE_URL"),
    ownerUrl: value("MIGRATE_URL"),
  };
}
