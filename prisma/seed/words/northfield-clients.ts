import type { Tier } from "@/lib/domain/tier";
import type { WorkMode } from "@/lib/domain/work-mode";

/** Northfield's states with their zone, and the one telephone code of each city. */
export const states: Record<string, { zone: string; cities: Record<string, string> }> = {
  "New York": { zone: "America/New_York", cities: { Albany: "518", Buffalo: "716", Rochester: "585" } },
  Pennsylvania: { zone: "America/New_York", cities: { Erie: "814", Scranton: "570" } },
  Ohio: { zone: "America/New_York", cities: { Dayton: "937", Toledo: "419" } },
  Michigan: { zone: "America/Detroit", cities: { Lansing: "517" } },
  Illinois: { zone: "America/Chicago", cities: { Peoria: "309", Rockford: "815" } },
  Minnesota: { zone: "America/Chicago", cities: { Duluth: "218" } },
  Texas: { zone: "America/Chicago", cities: { Waco: "254", Lubbock: "806" } },
  Colorado: { zone: "America/Denver", cities: { Pueblo: "719" } },
  Arizona: { zone: "America/Phoenix", cities: { Tucson: "520" } },
  California: { zone: "America/Los_Angeles", cities: { Fresno: "559", Stockton: "209" } },
};

export const industries = [
  "Retail",
  "Food service",
  "Manufacturing",
  "Construction",
  "Healthcare",
  "Logistics",
] as const;

type Row = readonly [
  name: string,
  industry: number,
  state: string,
  city: string,
  tier: Tier,
  mode: WorkMode,
  head?: string,
];

/** Invented companies; a name after the mode is the head of the group. */
export const rows: readonly Row[] = [
  ["Alder & Finch Markets", 0, "New York", "Albany", "A", "proactive"],
  ["Alder & Finch Logistics", 5, "New York", "Albany", "B", "mixed", "Alder & Finch Markets"],
  ["Amber Mill Bakery", 1, "Ohio", "Dayton", "B", "proactive"],
  ["Beacon Ridge Builders", 3, "Pennsylvania", "Erie", "B", "mixed"],
  ["Bluegate Cold Storage", 5, "Illinois", "Rockford", "C", "reactive"],
  ["Brightwater Clinics", 4, "Minnesota", "Duluth", "A", "proactive"],
  ["Calder Street Diners", 1, "New York", "Buffalo", "C", "mixed"],
  ["Cedar Hollow Foods", 2, "Michigan", "Lansing", "A", "proactive"],
  ["Cedar Hollow Retail", 0, "Michigan", "Lansing", "B", "proactive", "Cedar Hollow Foods"],
  ["Copperline Fixtures", 2, "Ohio", "Toledo", "C", "reactive"],
  ["Dovetail Joinery", 2, "Pennsylvania", "Scranton", "C", "mixed"],
  ["Eastlake Grocers", 0, "New York", "Rochester", "B", "proactive"],
  ["Elkhorn Freight", 5, "Colorado", "Pueblo", "B", "mixed"],
  ["Fairmeadow Senior Care", 4, "Illinois", "Peoria", "B", "proactive"],
  ["Foxglove Catering", 1, "New York", "Albany", "C", "mixed"],
  ["Granite Fork Supply", 3, "Pennsylvania", "Erie", "C", "reactive"],
  ["Harbor & Vine Hotels", 1, "California", "Stockton", "A", "proactive"],
  ["Hawthorn Dental Group", 4, "Texas", "Waco", "C", "mixed"],
  ["Hillcrest Pantry", 0, "Ohio", "Dayton", "B", "proactive"],
  ["Ironwood Fabrication", 2, "Michigan", "Lansing", "B", "mixed"],
  ["Juniper Lane Cafés", 1, "Colorado", "Pueblo", "C", "proactive"],
  ["Kestrel Packaging", 2, "Illinois", "Rockford", "B", "mixed"],
  ["Lakeshore Produce", 0, "Minnesota", "Duluth", "C", "reactive"],
  ["Larkspur Home Stores", 0, "Texas", "Lubbock", "B", "proactive"],
  ["Maple Quay Seafood", 1, "New York", "Buffalo", "C", "mixed"],
  ["Millstone Paving", 3, "Ohio", "Toledo", "C", "reactive"],
  ["Northgate Pharmacies", 4, "New York", "Rochester", "A", "proactive"],
  ["Oak Hollow Schools Supply", 0, "Pennsylvania", "Scranton", "C", "mixed"],
  ["Orchard Bend Farms", 2, "California", "Fresno", "B", "proactive"],
  ["Pine Barrel Brewing", 2, "Colorado", "Pueblo", "C", "mixed"],
  ["Quarry Lake Concrete", 3, "Arizona", "Tucson", "C", "reactive"],
  ["Redbrick Property Care", 3, "New York", "Albany", "B", "mixed"],
  ["Saltmarsh Trucking", 5, "Texas", "Waco", "C", "reactive"],
  ["Silver Birch Spas", 4, "Arizona", "Tucson", "C", "proactive"],
  ["Stonebridge Hardware", 0, "Illinois", "Peoria", "B", "proactive"],
  ["Summit Row Outfitters", 0, "Colorado", "Pueblo", "C", "mixed"],
  ["Tamarack Paper", 2, "Minnesota", "Duluth", "B", "mixed"],
  ["Thistle & Rye Kitchens", 1, "California", "Stockton", "C", "proactive"],
  ["Westerly Wholesale", 0, "California", "Fresno", "A", "proactive"],
  ["Willow Point Care Homes", 4, "Pennsylvania", "Erie", "C", "mixed"],
];
