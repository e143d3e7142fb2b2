"use server";

import { action } from "@/lib/access/doors";
import { changeWord, insertWord } from "./actions/write-word";
import { wordArchiveInput, wordEditInput, wordInput } from "./schema";

export const addWord = action(
  { name: "addWord", ability: "dictionary:edit", input: wordInput },
  async function addWord(scope, word) {
    return insertWord(scope, word);
  },
);

/** A stale version is a conflict that carries both sides. */
export const editWord = action(
  { name: "editWord", ability: "dictionary:edit", input: wordEditInput },
  async function editWord(scope, { of, id, version, ...change }) {
    await changeWord(scope, of, { id, version }, change);
    return { id };
  },
);

/** An archived word can no longer be chosen; clients that bear it keep it. */
export const archiveWord = action(
  { name: "archiveWord", ability: "dictionary:edit", input: wordArchiveInput },
  async function archiveWord(scope, { of, id, version, archived }) {
    await changeWord(scope, of, { id, version }, { archivedAt: archived ? scope.now : null });
    return { id };
  },
);
