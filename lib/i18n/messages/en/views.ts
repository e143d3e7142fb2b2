export default {
  menu: "Views",
  list: "Saved views",
  none: "Keep the search, filters, order and columns under a name, and come back to them with one click.",
  save: "Save this view…",
  saveTitle: "Save this view",
  name: "Name",
  nameHint: "Only you see it.",
  renameTitle: "Rename the view",
  renameOf: "Rename “{name}”",
  deleteOf: "Delete “{name}”",
  saved: "The view “{name}” is saved.",
  deleted: "The view “{name}” is deleted.",
} as const;
