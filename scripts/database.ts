// The database behind `npm start`: embedded, or a server's when DATABASE_URL is set. Run by itself
// (`npx tsx scripts/database.ts`) it prepares the embedded one, prints its addresses and leaves it running; `--fresh` empties it first.
import { fileURLToPath } from "node:url";
import {
  bootstrapRoles,
  createDatabase,
  migrateDatabase,
  refuseMightyApp,
  requireServerRoles,
  SetupStop,
} from "./bootstrap";
import { type Cluster, removeCluster, startCluster } from "./postgres";
import { roleNames } from "./roles";
import { localSecrets, requireEnvironment, type Secrets } from "./secrets";

const DATABASE = "grange";
/** Tests start a whole Grange of their own, with another data folder. */
const CLUSTER = process.env.GRANGE_CLUSTER ?? "main";

export type Database = {
  appUrl: string;
  ownerUrl: string;
  secrets: Secrets["app"];
  /** Present on the embedded database only. */
  cluster?: Cluster;
};

/** Started, with roles, schemas and all migrations; throws SetupStop with what the operator has to do. */
export async function openDatabase(): Promise<Database> {
  const names = roleNames();
  const database = process.env.DATABASE_URL ? await openServer() : await openEmbedded();
  const applied = await migrateDatabase(database.ownerUrl, names).catch((error: Error) => {
    const advice = database.cluster ? "\nIf nothing in it is needed: npm run demo:reset makes the database anew." : "";
    throw new SetupStop(`The migrations were not applied, nothing has changed. ${error.message}${advice}`);
  });
  if (applied.length > 0) console.log(`  migrations applied: ${applied.join(", ")}`);
  await refuseMightyApp(database.appUrl, names);
  return database;
}

/** Throws away everything in the embedded database. A server's database is not ours to empty. */
export async function resetDatabase(): Promise<void> {
  if (process.env.DATABASE_URL) throw new SetupStop("Only the embedded database can be reset: DATABASE_URL is set.");
  await removeCluster(CLUSTER);
}

async function openServer(): Promise<Database> {
  const { secrets, appUrl, ownerUrl } = requireEnvironment();
  await requireServerRoles(ownerUrl, appUrl, roleNames());
  return { appUrl, ownerUrl, secrets };
}

async function openEmbedded(): Promise<Database> {
  const names = roleNames();
  const { app: secrets, passwords } = localSecrets();
  const cluster = await startCluster({ name: CLUSTER });
  await bootstrapRoles(cluster.adminUrl, names, passwords);
  await createDatabase(cluster.adminUrl, DATABASE, names);
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${cluster.port}/${DATABASE}`;
  return { appUrl: url(names.app, passwords.app), ownerUrl: url(names.owner, passwords.owner), secrets, cluster };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--fresh")) await resetDatabase();
  const { appUrl, ownerUrl, cluster } = await openDatabase();
  console.log(`DATABASE_URL=${appUrl}\nMIGRATE_URL=${ownerUrl}`);
  if (cluster) console.log(`ADMIN_URL=${cluster.adminUrl.replace(/postgres$/, DATABASE)}`);
}
