/** The chunk that `floating.ts` loads on demand: everything here floats above the page, and a page opens without it. */
export * as AlertDialog from "radix-ui/alert-dialog";
export * as Dialog from "radix-ui/dialog";
export * as DropdownMenu from "radix-ui/dropdown-menu";
export * as Popover from "radix-ui/popover";
export * as Tooltip from "radix-ui/tooltip";
