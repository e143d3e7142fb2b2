import { addWord, archiveWord, editWord } from "@/lib/features/dictionaries/actions";
import { loadDictionary } from "@/lib/features/dictionaries/queries";
import { probe } from "./probe";

export default [
  probe.query(loadDictionary, { args: () => ["region"] }),
  probe.action(addWord, { input: () => ({ of: "region", name: "A new region", zone: "Asia/Omsk" }) }),
  probe.action(editWord, {
    input: (ids) => ({ of: "region", id: ids.region, version: 1, name: "Renamed", zone: "" }),
  }),
  probe.action(archiveWord, { input: (ids) => ({ of: "tag", id: ids.unusedTag, version: 1, archived: true }) }),
];
