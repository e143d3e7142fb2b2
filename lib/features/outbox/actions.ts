"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { mailServer } from "@/lib/io/mail";
import { mailInput } from "./schema";

/** Lets a held or failed mail go, as long as what it says still holds. */
export const releaseMail = action(
  { name: "releaseMail", ability: "outbox:edit", input: mailInput },
  async (scope, { id }) => {
    if (!mailServer()) throw new Refusal("no-mail-server");
    await scope.db.$executeRaw`select app.release_mail(${id}::uuid)`;
    return {};
  },
);
