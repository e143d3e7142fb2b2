import { deleteView, renameView, saveView } from "@/lib/features/views/actions";
import { probe } from "./probe";

export default [
  probe.action(saveView, { input: () => ({ page: "/book", name: "Mine", query: "q=a" }) }),
  probe.action(renameView, { input: (ids) => ({ id: ids.savedView, name: "Other" }) }),
  probe.action(deleteView, { input: (ids) => ({ id: ids.savedView }) }),
];
