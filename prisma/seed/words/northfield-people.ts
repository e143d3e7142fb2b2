import type { Job } from "./jobs";

export const americanNames =
  "Aaron Alice Amelia Andre Angela Beth Brian Caleb Carla Carmen Chloe Daniel Dana Derek Elena Eric Erin Frank Gloria Greg Hannah Heidi Ian Irene Jack Janet Joel Julia Karen Kevin Laura Leo Linda Marcus Maria Megan Nathan Nora Oscar Paula Peter Rachel Ray Rosa Russell Sandra Scott Simon Stella Teresa Tom Victor Wendy".split(
    " ",
  );

export const americanSurnames =
  "Abbott Barnes Beckett Blake Brandt Calloway Carver Castillo Chandler Cole Dalton Decker Doyle Ellis Ferris Fields Foley Garrett Gibson Hale Harmon Hensley Holt Ingram Keller Kerr Lambert Lowell Mercer Mills Navarro Nolan Osborne Pace Parrish Quinn Ramsey Reese Rollins Sawyer Shaw Sutton Tate Tran Vance Walsh Weaver Whitaker Yates".split(
    " ",
  );

const job = (title: string, level: Job["level"], role: Job["role"]): Job => ({ title, level, role });

export const americanHeads: readonly Job[] = [
  job("Owner", "executive", "decides"),
  job("President", "executive", "decides"),
  job("General Manager", "executive", "decides"),
  job("VP Operations", "executive", "decides"),
  job("Purchasing Director", "executive", "decides"),
];

export const americanStaff: readonly Job[] = [
  job("Purchasing Manager", "middle", "buys"),
  job("Buyer", "working", "buys"),
  job("Controller", "middle", "pays"),
  job("Accounts Payable", "working", "pays"),
  job("CFO", "executive", "influences"),
  job("Plant Manager", "middle", "influences"),
  job("Warehouse Lead", "working", "uses"),
  job("Logistics Coordinator", "working", "uses"),
  job("Office Manager", "working", "other"),
];
