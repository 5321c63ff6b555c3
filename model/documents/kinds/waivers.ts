import { z } from "zod";
import { date, documentOf, reason, sha256, text } from "../scalars.js";

export const waiversSchema = documentOf("Waivers", {
  waivers: z.array(
    z
      .strictObject({
        rule: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the id of a rule, like iot-policy-publish-bound"),
        address: text.describe("Resource address, exact or with * for any run of characters."),
        detail: text.optional().describe("Waives one finding of several on the resource."),
        reason,
        owner: text,
        approver: text.optional(),
        created: date,
        expires: date,
        valueHash: sha256.optional().describe("SHA-256 of the canonical JSON of the value waived; when the value changes the waiver ends."),
      })
      .refine((waiver) => waiver.expires > waiver.created, { path: ["expires"], error: "must be later than created" }),
  ),
});

export type Waivers = z.infer<typeof waiversSchema>;
export type Waiver = Waivers["waivers"][number];
