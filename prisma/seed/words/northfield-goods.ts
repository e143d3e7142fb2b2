import type { Goods } from "../sales/goods";

// What Northfield carries, in dollars, and what each of its industries takes.

export const goods: Goods = {
  coffee: {
    name: "Breakroom & Coffee",
    margin: 0.27,
    season: [1.15, 1.1, 1.05, 0.95, 0.9, 0.85, 0.8, 0.85, 1, 1.1, 1.15, 1.1],
    items: [
      ["BC-101", "House Blend Whole Bean, 5 lb", "bag", 46],
      ["BC-104", "Dark Roast Portion Packs, 42 ct", "case", 58],
      ["BC-110", "Black Tea Bags, 10 × 100 ct", "case", 39],
      ["BC-205", "Bottled Water 16.9 oz, 24 ct × 4", "case", 31],
    ],
  },
  paper: {
    name: "Paper & Hygiene",
    margin: 0.22,
    season: [1, 0.98, 1, 1, 1, 0.97, 0.95, 0.97, 1.03, 1.03, 1.03, 1.04],
    items: [
      ["PH-101", "Multifold Towels, 16 × 250", "case", 34],
      ["PH-104", "Jumbo Bath Tissue, 12 rolls", "case", 41],
      ["PH-110", "Foam Soap Refill 1 L, 6 ct", "case", 72],
      ["PH-120", "Dinner Napkins, 3000 ct", "case", 48],
    ],
  },
  janitorial: {
    name: "Janitorial",
    margin: 0.3,
    season: [0.9, 0.92, 1.1, 1.2, 1.1, 1, 0.95, 1, 1.05, 1, 0.92, 0.86],
    items: [
      ["JN-101", "Neutral Floor Cleaner, 5 gal", "pail", 64],
      ["JN-105", "Quat Disinfectant, 4 × 1 gal", "case", 78],
      ["JN-110", "Can Liners 55 gal, 100 ct", "case", 43],
      ["JN-204", "Microfiber Flat Mops, 12 ct", "box", 69],
    ],
  },
  disposables: {
    name: "Food Service Disposables",
    margin: 0.28,
    season: [0.85, 0.88, 0.95, 1, 1.1, 1.2, 1.2, 1.12, 0.98, 0.92, 0.88, 0.92],
    items: [
      ["FD-101", "Hot Cups 12 oz, 1000 ct", "case", 86],
      ["FD-104", "Cup Lids, 1000 ct", "case", 44],
      ["FD-110", "Clamshells 9 in, 200 ct", "case", 52],
      ["FD-120", "Wrapped Cutlery Kits, 500 ct", "case", 47],
      ["FD-130", "Kraft Handle Bags, 250 ct", "case", 61],
    ],
  },
  safety: {
    name: "Safety & Workwear",
    margin: 0.26,
    season: [0.85, 0.9, 1.05, 1.1, 1, 0.95, 0.9, 1, 1.15, 1.2, 1.05, 0.85],
    items: [
      ["SW-101", "Nitrile Gloves, 10 × 100", "case", 68],
      ["SW-104", "Hi-Vis Vests, 25 ct", "case", 145],
      ["SW-110", "Safety Glasses, 12 ct", "box", 54],
      ["SW-120", "Insulated Work Jacket", "each", 83],
    ],
  },
  packaging: {
    name: "Packaging",
    margin: 0.2,
    season: [0.85, 0.85, 0.95, 1, 0.95, 0.95, 0.98, 1.03, 1.08, 1.15, 1.2, 1.01],
    items: [
      ["PK-101", "Stretch Wrap 18 in, 4 rolls", "case", 71],
      ["PK-104", "Carton Sealing Tape, 36 rolls", "case", 79],
      ["PK-110", "Corrugated Boxes 16 × 12 × 12, 25 ct", "bundle", 38],
      ["PK-120", "Thermal Labels 4 × 6, 12 rolls", "case", 92],
    ],
  },
  exam: {
    name: "Exam Room Supplies",
    margin: 0.25,
    season: [1.1, 1.08, 1.02, 0.96, 0.92, 0.9, 0.9, 0.95, 1.02, 1.05, 1.05, 1.05],
    items: [
      ["EX-101", "Exam Table Paper, 12 rolls", "case", 57],
      ["EX-104", "Procedure Masks, 10 × 50", "case", 49],
      ["EX-110", "Surface Wipes, 12 × 160", "case", 96],
    ],
  },
};

export const wants: Record<string, readonly (readonly [string, number])[]> = {
  Retail: [
    ["packaging", 34],
    ["paper", 28],
    ["coffee", 20],
    ["janitorial", 18],
  ],
  "Food service": [
    ["disposables", 46],
    ["paper", 22],
    ["janitorial", 18],
    ["coffee", 14],
  ],
  Manufacturing: [
    ["safety", 36],
    ["packaging", 34],
    ["janitorial", 18],
    ["coffee", 12],
  ],
  Construction: [
    ["safety", 62],
    ["coffee", 22],
    ["janitorial", 16],
  ],
  Healthcare: [
    ["exam", 46],
    ["paper", 22],
    ["janitorial", 20],
    ["safety", 12],
  ],
  Logistics: [
    ["packaging", 54],
    ["safety", 26],
    ["coffee", 20],
  ],
};
