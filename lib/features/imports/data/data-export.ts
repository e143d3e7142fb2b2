import type { Scope } from "@/lib/access/scope";
import type { KindName } from "@/lib/domain/import/kind-names";
import { assignmentsData, clientsData, contactsData, membersData } from "./people-data";
import { figuresData, plansData, targetsData } from "./plan-data";
import { contractsData, productsData, ratesData, salesData } from "./trade-data";

/**
 * Rows of one kind as its import takes them, so that a file that goes out and comes back changes nothing. `select` answers one column `cells`, a
 * text per entry of `columns`, in an order that depends on nothing but the rows themselves. Days are ISO, decimals exact with a point, money in
 * minor units with its currency in `currency`, choices by their value.
 */
export type DataExport = {
  /** Fields of the kind; one of `many` stands there as often as a row has values. */
  columns: readonly string[];
  select: string;
  values: readonly unknown[];
  /** Currencies in which money stands; more than one number of digits among them, and a cell says its own. */
  currencies: readonly string[];
};

export const dataExports: Record<KindName, (scope: Scope) => Promise<DataExport>> = {
  members: membersData,
  clients: clientsData,
  contacts: contactsData,
  assignments: assignmentsData,
  products: productsData,
  contracts: contractsData,
  rates: ratesData,
  plans: plansData,
  figures: figuresData,
  targets: targetsData,
  sales: salesData,
};
