import { posix } from "node:path";

/** One import of a file: `to` is a path from the project's root without its extension, or a package's name. */
export type Import = { from: string; to: string; typeOnly: boolean };

/** Source without its comments; strings that only look like one ("https://…") stay. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, " ").replaceAll(/(^|[\s;{(,])\/\/.*$/gm, "$1");
}

// Biome keeps every statement at the start of a line and every specifier in double quotes, so two patterns see them all.
const statement = /^(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s+)?"([^"]+)"/gm;
const call = /(typeof\s+)?\b(?:import|require)\(\s*["'`]([^"'`]+)["'`]/g;

/** Everything that a file imports or exports from elsewhere, dynamic imports too. `path` is from the project's root. */
export function importsOf(path: string, text: string): Import[] {
  const source = withoutComments(text);
  return [...source.matchAll(statement), ...source.matchAll(call)].map(([whole, type, specifier = ""]) => ({
    from: path,
    to: resolve(path, specifier),
    typeOnly: type !== undefined || onlyTypeNames(whole),
  }));
}

// `import { type A, type B } from "…"`
function onlyTypeNames(whole: string): boolean {
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(whole)?.[1]?.split(",");
  return names?.every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
}

function resolve(path: string, specifier: string): string {
  const local = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(path), specifier)
      : null;
  return local === null ? specifier : local.replace(/\.(ts|tsx|mjs|js)$/, "");
}

const layers = ["domain", "i18n", "db", "io", "access", "features", "components", "app"] as const;
type Layer = (typeof layers)[number];

/** The layer of a path from the project's root, and the feature or component folder inside it; null for anything else. */
export function layerOf(path: string): { layer: Layer; part: string; file: string } | null {
  const [, layer, rest = ""] =
    /^(?:lib\/)?(domain|i18n|db|io|access|features|components|app)(?:\/(.*))?$/.exec(path) ?? [];
  const known = layers.find((one) => one === layer);
  if (!known || path.startsWith("lib/") === ["components", "app"].includes(known)) return null;
  const [part = "", file = ""] = rest.split("/");
  return { layer: known, part, file: file.replace(/\.\w+$/, "") };
}

const allowed: Record<Layer, readonly Layer[]> = {
  domain: ["domain"],
  i18n: ["domain", "i18n"],
  db: ["domain", "i18n", "db"],
  io: ["domain", "i18n", "io"],
  access: ["domain", "i18n", "db", "io", "access"],
  features: ["domain", "i18n", "db", "io", "access", "features"],
  components: ["domain", "i18n", "features", "components"],
  app: ["domain", "i18n", "access", "features", "components", "app"],
};

// What every view is made of stands below the views of a feature; the parts below stand on one another in this order.
const foundations = ["ui", "charts", "data-table"];

/** Why an import is against the table of architecture.md; null when it is not. */
export function importFault({ from, to, typeOnly }: Import): string | null {
  const here = layerOf(from);
  const there = layerOf(to);
  if (!here) return null;
  if (!there) return foreignFault(here.layer, to);
  if (!allowed[here.layer].includes(there.layer)) return `${here.layer} may not import ${there.layer}`;
  if (here.layer === "features" && there.layer === "db") return typeOnly ? null : "features take only types from db";
  if (here.layer === "features" && there.layer === "features" && here.part !== there.part)
    return readerFault(from, there.file);
  if (here.layer === "components" && there.layer === "features") return viewFault(here.part, there, typeOnly);
  if (here.layer === "components" && there.layer === "components") return downFault(here.part, there.part);
  if (here.layer === "app" && there.layer === "access")
    return there.part === "session" ? null : "app takes only the session from access";
  return null;
}

function foreignFault(layer: Layer, to: string): string | null {
  if (layer === "domain") return "domain imports nothing";
  if (/^(lib|scripts|tests|prisma)\//.test(to)) return `${layer} may not import ${to.split("/")[0]}`;
  const database = /^(@prisma\/|pg$|prisma$)/.test(to);
  return database && !["db", "access", "io"].includes(layer) ? "only db and access speak to the database" : null;
}

// lib/features/tasks names every feature's jobs for the worker, and does nothing else.
function readerFault(from: string, file: string): string | null {
  if (from === "lib/features/tasks.ts") return file === "jobs" ? null : "the list of tasks takes only jobs";
  return file === "queries" ? null : "of another feature only the readers (queries)";
}

function viewFault(part: string, there: { part: string; file: string }, typeOnly: boolean): string | null {
  if (part !== there.part) return "a view takes only from its own feature";
  if (["actions", "schema"].includes(there.file)) return null;
  return there.file === "queries" && typeOnly ? null : "a view takes actions and schema, and only types of queries";
}

function downFault(here: string, there: string): string | null {
  const from = foundations.indexOf(here);
  const to = foundations.indexOf(there);
  return from >= 0 && (to < 0 || to > from) ? `components/${here} stands below components/${there}` : null;
}

/** Features that need each other in a ring, and component folders that do: each ring once, as its names in order. */
export function rings(imports: readonly Import[]): string[][] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [here, there] = [layerOf(from), layerOf(to)];
    if (!here || !there || here.layer !== there.layer || !["features", "components"].includes(here.layer)) continue;
    if (here.part !== there.part)
      edges.set(
        `${here.layer}/${here.part}`,
        (edges.get(`${here.layer}/${here.part}`) ?? new Set()).add(`${here.layer}/${there.part}`),
      );
  }
  const found = new Map<string, string[]>();
  const walk = (path: string[]): void => {
    for (const next of edges.get(path[path.length - 1] ?? "") ?? []) {
      const at = path.indexOf(next);
      if (at < 0) walk([...path, next]);
      else {
        const key = path.slice(at).sort().join();
        if (!found.has(key)) found.set(key, [...path.slice(at), next]);
      }
    }
  };
  for (const start of [...edges.keys()].sort()) walk([start]);
  return [...found.values()];
}
