/** A table whose rows are walked through by keyboard is a grid; its rows and cells are then rows and grid cells by themselves. */
export const roles = {
  grid: { role: "grid" },
  pickGrid: { role: "grid", "aria-multiselectable": true },
} as const;
