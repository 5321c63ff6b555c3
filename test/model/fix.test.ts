import { describe, expect, it } from "vitest";
import { isCode } from "../../model/fix.js";

describe("the text of a remedy", () => {
  it.each([
    'kms_key_id = "alias/x"',
    "new SecureBucket(this, 'b', { versioned: true })",
    "rule { object_ownership = 1 }",
    "retention: 90",
    'stages: [{ stage: early, provision: "Art. 14. No; more" }]',
  ])("is code: %s", (text) => expect(isCode(text)).toBe(true));

  it.each([
    "Replace * by the ARN of the device's own client, written with ${iot:Connection.Thing.ThingName}.",
    'cidr_blocks = ["10.0.0.0/8"], or no rule and Session Manager',
    'Add aws_s3_bucket_versioning with versioning_configuration { status = "Enabled" }.',
    'Resource = "arn:aws:iot:REGION:ACCOUNT:thing/NAME".',
    "Take the key away",
  ])("is a sentence: %s", (text) => expect(isCode(text)).toBe(false));
});
