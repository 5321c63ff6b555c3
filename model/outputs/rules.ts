import { z } from "zod";
import { fix, severity } from "./parts.js";

const names = z.array(z.string());

/** `bulwark.rules/1`: what `bulwark rules --format json` prints. */
export const rulesSchema = z.array(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    severity,
    domain: z.string(),
    resourceTypes: names,
    obligations: names,
    equivalents: z
      .strictObject({ checkov: names, trivy: names, kics: names, cdkNag: names, securityHub: names, regula: names })
      .describe("What the same check is called elsewhere."),
    expected: z.string(),
    fix,
    sources: names,
    since: z.string(),
  }),
);
