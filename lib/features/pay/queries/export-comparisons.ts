import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { addMonths } from "@/lib/domain/calendar-date";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { simulateInput } from "../schema";
import { payTerms } from "../terms";
import { type PayLoss, payLoss } from "./client-loss";
import { simulate } from "./simulate";

type Lost = PayLoss["people"][number];

/** R24 What a lost client would take from the pay of a year: everybody whose pay is seen and would have been another. */
export const exportPayLoss = exportFile(
  { name: "payLoss", ability: "pay:read", filter: z.object({ lose: z.uuid().optional().catch(undefined) }) },
  async (scope, { lose }): Promise<Exported<Lost>> => {
    const loss = lose ? await payLoss(scope, lose) : null;
    if (!loss) throw new Refusal("not-found");
    const t = translator(scope.locale, "pay");
    const { text, money } = exportFields<Lost>(scope);
    return {
      title: t("loss.file"),
      fields: [
        text("name", t("people.name"), (row) => row.name, 28),
        money("paid", t("loss.paid"), loss.currency, (row) => row.paid),
        money("without", t("loss.without"), loss.currency, (row) => row.without),
        money("difference", t("loss.difference"), loss.currency, (row) => row.without - row.paid),
      ],
      rows: loss.people,
    };
  },
);

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
});
const tried = z.object({
  plan: simulateInput.shape.planId,
  terms: json.pipe(payTerms),
  months: z.enum(["1", "3"]).transform((months) => (months === "3" ? 3 : 1)),
  who: simulateInput.shape.who,
});

type Tried = { name: string; before: bigint | null; after: bigint };

/** R34 The terms on the screen over the last year, person by person, beside what was paid then. */
export const exportSimulation = exportFile(
  { name: "simulation", ability: "pay:edit", filter: tried.nullable().catch(null) },
  async (scope, asked): Promise<Exported<Tried>> => {
    if (!asked) throw new Refusal("invalid");
    const { people, from, to } = await simulate(scope, { ...asked, planId: asked.plan });
    const month = (startsOn: string) => periodWords({ startsOn, months: 1 }, scope.locale);
    const t = translator(scope.locale, "payPlans");
    const { text, money, percent } = exportFields<Tried>(scope);
    const { currency } = scope.company;
    return {
      title: `${t("simulation")} ${month(from)} – ${month(addMonths(to, -1))}`,
      fields: [
        text("name", t("person"), (row) => row.name, 28),
        money("before", t("before"), currency, (row) => row.before),
        money("after", t("after"), currency, (row) => row.after),
        money("difference", t("difference"), currency, (row) => (row.before === null ? null : row.after - row.before)),
        percent("share", t("differenceShare"), (row) =>
          row.before ? Number(row.after - row.before) / Number(row.before) : null,
        ),
      ],
      rows: people.map(({ name, before, after }) => ({
        name,
        before: before === null ? null : BigInt(before),
        after: BigInt(after),
      })),
    };
  },
);
