"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { settingsOf } from "./queries";
import { companySettingsInput } from "./schema";

export const saveCompany = action(
  { name: "saveCompany", ability: "company:edit", input: companySettingsInput },
  async (scope, { was, ...mine }) => {
    const theirs = settingsOf(scope);
    if (JSON.stringify(theirs) !== JSON.stringify({ ...theirs, ...was }))
      throw new Refusal("conflict", { values: { theirs, mine } });
    await scope.db
      .$executeRaw`select app.update_company(${mine.name}, ${mine.locale}, ${mine.zone}, ${mine.currency}, ${mine.fiscalStartMonth}::int)`;
    return {};
  },
);
