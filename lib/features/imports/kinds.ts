import type { KindName } from "@/lib/domain/import/kind-names";
import type { ImportKind } from "./kind";
import { assignments } from "./kinds/assignments";
import { clients } from "./kinds/clients";
import { contacts } from "./kinds/contacts";
import { contracts } from "./kinds/contracts";
import { figures } from "./kinds/figures";
import { members } from "./kinds/members";
import { plans } from "./kinds/plans";
import { products } from "./kinds/products";
import { rates } from "./kinds/rates";
import { sales } from "./kinds/sales";
import { targets } from "./kinds/targets";

/** Every kind of import: a file under kinds/, a line here, its name in lib/domain/import/kind-names and its words in the messages. */
export const kinds: Record<KindName, ImportKind> = {
  sales,
  products,
  clients,
  members,
  assignments,
  contacts,
  contracts,
  rates,
  plans,
  figures,
  targets,
};

export function kindOf(name: string): ImportKind {
  const kind = Object.values(kinds).find((one) => one.name === name);
  if (!kind) throw new Error(`no such kind of import: ${name}`);
  return kind;
}
