import pg from "pg";
import type { TestDatabase } from "@/tests/support/database";
import { Watch } from "../snapshot";
import { buildWorld, type World } from "./world";

export type Opened = {
  world: World;
  watch: Watch;
  owner: pg.Client;
  app: pg.Client;
  admin: pg.Client;
  close(): Promise<void>;
};

/** A world in this database, watched, with a connection of each kind; `built`: the database is a copy of one that has it already. */
export async function openWorld({ ownerUrl, appUrl, adminUrl }: TestDatabase, built?: World): Promise<Opened> {
  const [owner, app, admin] = await Promise.all([connect(ownerUrl), connect(appUrl), connect(adminUrl)]);
  const world = built ?? (await buildWorld(owner, app));
  const close = async () => {
    for (const client of [owner, app, admin]) await client.end();
  };
  return { world, watch: await Watch.over(admin), owner, app, admin, close };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
