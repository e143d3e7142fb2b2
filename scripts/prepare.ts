// What happens before the app can run: client, database, migrations, demo, build. Tells start.mjs what to start with.
import { join } from "node:path";
import { listMigrations } from "@/lib/db/migrate";
import { SetupStop } from "./bootstrap";
import { build } from "./build";
import { openDatabase, resetDatabase } from "./database";
import { fillDatabase } from "./first-data";
import { generate } from "./generate";
import { type Cluster, startCluster } from "./postgres";
import { projectFolder } from "./project";
import { untilTold } from "./stopping";

const option = (name: string) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const development = process.argv.includes("--dev");
let cluster: Cluster | undefined;

try {
  await Promise.race([
    process.argv.includes("--only-database") ? databaseOnly() : everything(),
    untilTold().then(stopEarly),
  ]);
  process.exit(0);
} catch (error) {
  await cluster?.stop();
  console.error(error instanceof SetupStop ? `\n${error.message}` : error);
  process.exit(1);
}

async function everything(): Promise<void> {
  await generate();
  if (process.argv.includes("--reset-demo")) await resetDatabase();
  const fill = async () => {
    const database = await openDatabase();
    cluster = database.cluster;
    return { database, welcome: await fillDatabase(database) };
  };
  // The build needs no database: on a first start both are made at the same time.
  const [{ database, welcome }] = await Promise.all([fill(), development ? undefined : build()]);
  const env = {
    ...database.secrets,
    DATABASE_URL: database.appUrl,
    GRANGE_MIGRATION: listMigrations(join(projectFolder, "prisma/migrations")).at(-1) ?? "",
    NODE_ENV: development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    AUTH_TRUST_HOST: "true", // scripts/serve decides which host to believe
    HOST: process.env.HOST ?? (cluster ? "127.0.0.1" : "0.0.0.0"),
  };
  if (!cluster && !process.env.GRANGE_URL)
    welcome.push("GRANGE_URL is not set: links in mails will follow the host that a request names.");
  await tell({ env, welcome, database: cluster });
}

/** After a kill of the database alone: the same one again, on the port that the running app knows. */
async function databaseOnly(): Promise<void> {
  cluster = await startCluster({ name: process.env.GRANGE_CLUSTER ?? "main", port: Number(option("port")) });
  await tell({ database: cluster });
}

async function stopEarly(why: string): Promise<never> {
  throw new SetupStop(`Stopped before the start was complete (${why}).`);
}

function tell(message: object): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });
}
