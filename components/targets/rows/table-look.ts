/** Cells of the tables behind a figure. */
export const cell = "h-9 px-2 py-1 text-left font-normal first:pl-3.5 last:pr-3.5";
export const figure = `${cell} num whitespace-nowrap text-right`;
