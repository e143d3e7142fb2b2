// Where the measures work: a cluster of its own with PostgreSQL's own settings, and databases copied from one that is filled once.
import pg from "pg";
import { createDatabase } from "@/scripts/bootstrap";
import { type Cluster, startCluster } from "@/scripts/postgres";
import { roleNames } from "@/scripts/roles";
import { prepareTestCluster, type TestCluster } from "@/tests/support/database";
import { copyDatabase, LARGE, type LargeSize, makeLargeTenant } from "./large-tenant";
import type { Report } from "./report";

export type BenchDatabase = { appUrl: string; ownerUrl: string; adminUrl: string };

export type Bench = {
  report: Report;
  size: LargeSize;
  /** A copy of the large data set under that name, with its sales or without. */
  database(name: string, sales: boolean): Promise<BenchDatabase>;
};

/** What tests/bench/measures/*.ts export: takes its figures and reports them. */
export type Measure = (bench: Bench) => Promise<void>;

/** GRANGE_BENCH_DOCUMENTS makes the data set smaller than the million lines, for trying things out. */
export async function openBench(report: Report): Promise<Bench & { close(): Promise<void> }> {
  const size = { ...LARGE, documents: Number(process.env.GRANGE_BENCH_DOCUMENTS ?? LARGE.documents) };
  const server: Cluster = await startCluster({ name: "bench" });
  const cluster = await prepareTestCluster(server.adminUrl);
  const names = roleNames();
  await dropOthers(cluster);
  const filled = async (sales: boolean) => {
    const name = `bench_${sales ? "sales" : "people"}_${size.documents}_${cluster.template.slice(-12)}`;
    if (!(await exists(cluster, name))) {
      process.stdout.write(`Making the large data set ${sales ? "with" : "without"} its sales…\n`);
      const draft = `${name}_draft`;
      await drop(cluster, draft);
      await createDatabase(cluster.adminUrl, draft, names, cluster.template);
      await makeLargeTenant(at(cluster, draft).adminUrl, size, sales ? [] : ["sales"]);
      await rename(cluster, draft, name);
    }
    return name;
  };
  const made: string[] = [];
  return {
    report,
    size,
    database: async (name, sales) => {
      await copyDatabase(cluster.adminUrl, await filled(sales), name);
      await createDatabase(cluster.adminUrl, name, names); // it is there: the privileges of the copy are not
      await grant(cluster, name);
      made.push(name);
      return at(cluster, name);
    },
    close: async () => {
      for (const name of made) await drop(cluster, name);
      await server.stop();
    },
  };
}

function at({ adminUrl, passwords }: TestCluster, name: string): BenchDatabase {
  const names = roleNames();
  const as = (username: string, password: string) =>
    Object.assign(new URL(adminUrl), { pathname: `/${name}`, username, password }).href;
  return {
    adminUrl: Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href,
    appUrl: as(names.app, passwords.app),
    ownerUrl: as(names.owner, passwords.owner),
  };
}

async function asAdmin<T>({ adminUrl }: TestCluster, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  return work(admin).finally(() => admin.end());
}

const exists = (cluster: TestCluster, name: string) =>
  asAdmin(cluster, async (admin) =>
    Boolean((await admin.query("select from pg_database where datname = $1", [name])).rowCount),
  );
const drop = (cluster: TestCluster, name: string) =>
  asAdmin(cluster, (admin) => admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`));
/** What killed runs and earlier migrations left behind. */
async function dropOthers(cluster: TestCluster): Promise<void> {
  const { rows } = await asAdmin(cluster, (admin) =>
    admin.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'bench\\_%' and datname not like $1",
      [`bench\\_%\\_${cluster.template.slice(-12)}`],
    ),
  );
  for (const { name } of rows) await drop(cluster, name);
}

const rename = (cluster: TestCluster, from: string, to: string) =>
  asAdmin(cluster, (admin) =>
    admin.query(`alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`),
  );
const grant = (cluster: TestCluster, name: string) => {
  const { app, owner, prefix } = roleNames();
  const id = pg.escapeIdentifier;
  return asAdmin(cluster, (admin) =>
    admin.query(
      `alter database ${id(name)} owner to ${id(owner)}; revoke all on database ${id(name)} from public;
       grant connect on database ${id(name)} to ${id(app)}; grant temporary on database ${id(name)} to ${id(`${prefix}reach_all`)}`,
    ),
  );
};
