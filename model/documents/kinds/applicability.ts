import { z } from "zod";
import { count, country, date, documentOf, fact, id, market, person, reason, regimeId, text } from "../scalars.js";

/** Which laws bind which product in which market, decided from stated facts. `unknown` is taken here and denied by a rule. */
const facts = z.strictObject({
  consumer: fact.describe("Offered to consumers."),
  connectable: fact.describe("Connects to a network or the internet, directly or through another product."),
  radio: fact,
  personalData: fact.describe("Processes data of identifiable people."),
  childrenOrToy: fact,
  payments: fact,
  securityFunction: fact.describe("Core function is security: lock, alarm, camera (CRA Annex III)."),
  remoteProcessing: fact.describe("Needs the provider's cloud for a function (CRA Art. 3(2))."),
});

const decision = z
  .strictObject({
    regime: regimeId,
    applies: fact,
    reason,
    provision: text.optional().describe("Scope provision the decision rests on."),
    from: date.optional().describe("Day from which it binds this product."),
  })
  .refine((each) => each.applies !== true || each.from !== undefined, { path: ["from"], error: "is needed when the regime applies" });

export const applicabilitySchema = documentOf("Applicability", {
  entity: z.strictObject({
    name: text,
    establishment: country.describe("Main establishment: decides the CSIRT and the lead authority."),
    size: z.enum(["micro", "small", "medium", "large", "unknown"]).describe("After Recommendation 2003/361/EC."),
    employees: count.optional(),
    turnoverEur: z.number().min(0).optional().describe("World turnover of the last year; caps of fines are computed from it."),
    sectors: z.array(text).min(1),
    nis2: z.enum(["essential", "important", "none", "unknown"]),
    listed: z.boolean(),
  }),
  decidedOn: date,
  reviewBy: date,
  decidedBy: person,
  counsel: person.optional(),
  products: z
    .array(
      z.strictObject({
        product: id.describe("Name of the Product document."),
        model: id,
        market,
        facts,
        regimes: z.array(decision).min(1),
      }),
    )
    .min(1)
    .superRefine((rows, context) => {
      const seen = new Set<string>();
      rows.forEach((row, index) => {
        const key = `${row.product} ${row.model} ${row.market}`;
        if (seen.has(key))
          context.addIssue({ code: "custom", path: [index, "model"], message: `${row.model} in ${row.market} is decided twice` });
        seen.add(key);
        const regimes = row.regimes.map((each) => each.regime);
        const twice = regimes.findIndex((regime, at) => regimes.indexOf(regime) !== at);
        if (twice >= 0)
          context.addIssue({ code: "custom", path: [index, "regimes", twice, "regime"], message: `${regimes[twice]} is decided twice` });
      });
    }),
});

export type Applicability = z.infer<typeof applicabilitySchema>;
