import type { ClientView } from "@/lib/features/clients/queries";
import type { ClientFormValues } from "@/lib/features/clients/schema";

/** The form of a client: its values, and for an edited one the version that they were read at and what they were then. */
export type ClientDraft = {
  version: number;
  base: ClientFormValues;
  values: ClientFormValues & { ownerId: string };
  /** Names of what the values only name by id, as far as no list knows it. */
  parent: { id: string; name: string } | null;
  /** The parent is out of reach: it stays as it is unless it is taken away. */
  parentOutside: boolean;
};

const empty: ClientFormValues = {
  kind: "company",
  name: "",
  legalName: "",
  inn: "",
  kpp: "",
  ogrn: "",
  parentId: "",
  industryId: "",
  regionId: "",
  city: "",
  zone: "",
  website: "",
  tier: "",
  workMode: "mixed",
  since: "",
  note: "",
  tagIds: [],
};

export function newClientDraft(ownerId: string | null): ClientDraft {
  return { version: 0, base: empty, values: { ...empty, ownerId: ownerId ?? "" }, parent: null, parentOutside: false };
}

export function clientDraft(client: ClientView): ClientDraft {
  const base: ClientFormValues = {
    kind: client.kind,
    name: client.name,
    legalName: client.legalName ?? "",
    inn: client.inn ?? "",
    kpp: client.kpp ?? "",
    ogrn: client.ogrn ?? "",
    parentId: client.parent?.id ?? "",
    industryId: client.industry?.id ?? "",
    regionId: client.region?.id ?? "",
    city: client.city ?? "",
    zone: client.zone ?? "",
    website: client.website ?? "",
    tier: client.tier ?? "",
    workMode: client.workMode,
    since: client.since ?? "",
    note: client.note ?? "",
    tagIds: client.tags.map((tag) => tag.id),
  };
  const { parent } = client;
  return {
    version: client.version,
    base,
    values: { ...base, ownerId: "" },
    parent: parent?.id ? { id: parent.id, name: parent.name } : null,
    parentOutside: parent !== null && parent.id === null,
  };
}

/** What the edit action takes; a parent out of reach is not spoken of. */
export function editedClientInput(id: string, { version, values, parentOutside }: ClientDraft) {
  const { ownerId: _owner, parentId, ...fields } = values;
  return { id, version, ...fields, ...(parentOutside ? {} : { parentId }) };
}

type Conflict = { values: ClientFormValues; version: number; parentName: string | null };

/** Their side of a refused save, when it was refused because of one. */
export function conflictOf(values: unknown): Conflict | null {
  if (typeof values !== "object" || values === null || !("theirs" in values)) return null;
  const { theirs, version, parentName } = values as {
    theirs: ClientFormValues;
    version: number;
    parentName: string | null;
  };
  return { values: theirs, version, parentName };
}

/** The client in reach that has the typed INN already. */
export function knownClientOf(values: unknown): string | null {
  const known = typeof values === "object" && values !== null && "clientId" in values ? values.clientId : null;
  return typeof known === "string" ? known : null;
}
