import { describe, expect, it } from "vitest";
import { findDuplicates, type Identity } from "@/lib/domain/duplicates";

const nobody: Identity = { inn: null, kpp: null, nameKey: "", phoneKeys: [], emailKeys: [] };
const draft: Identity = {
  inn: "7701234560",
  kpp: "770101001",
  nameKey: "ромашка",
  phoneKeys: ["+74950001234"],
  emailKeys: ["info@romashka.example"],
};

describe("13.7 duplicates within reach", () => {
  it.each([
    ["INN and KPP", { inn: "7701234560", kpp: "770101001" }, "certain", ["inn-kpp"]],
    ["INN of another branch", { inn: "7701234560", kpp: "780101001" }, "likely", ["inn"]],
    ["INN where the branch is not known", { inn: "7701234560" }, "likely", ["inn"]],
    ["name", { nameKey: "ромашка" }, "likely", ["name"]],
    ["phone", { phoneKeys: ["+74950000000", "+74950001234"] }, "possible", ["phone"]],
    ["e-mail", { emailKeys: ["info@romashka.example"] }, "possible", ["email"]],
    ["name and phone", { nameKey: "ромашка", phoneKeys: ["+74950001234"] }, "likely", ["name", "phone"]],
  ])("by %s", (_, common, strength, reasons) => {
    const client = { ...nobody, ...common };
    expect(findDuplicates(draft, [client])).toEqual([{ client, strength, reasons }]);
  });

  it("two companies without an INN are the same by it only when both KPP fit too: one without KPP is the company itself", () => {
    const head = { ...nobody, inn: "7701234560" };
    expect(findDuplicates(head, [head])[0]?.reasons).toEqual(["inn-kpp"]);
  });

  it("nothing in common is no match, and empty fields are nothing", () => {
    expect(findDuplicates(nobody, [nobody])).toEqual([]);
    expect(findDuplicates(draft, [{ ...nobody, inn: "5036045205", nameKey: "ромашка плюс" }])).toEqual([]);
  });

  it("come strongest first, then by how much they have in common", () => {
    const possible = { ...nobody, phoneKeys: draft.phoneKeys };
    const likely = { ...nobody, nameKey: draft.nameKey };
    const likelier = { ...likely, emailKeys: draft.emailKeys };
    const certain = { ...nobody, inn: draft.inn, kpp: draft.kpp };
    const found = findDuplicates(draft, [possible, likely, likelier, certain]);
    expect(found.map(({ client }) => client)).toEqual([certain, likelier, likely, possible]);
  });
});
