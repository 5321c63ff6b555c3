import { type AwsClient, isRecord } from "../aws/client.js";

/** Makes the name a thing has in the lake. Without the key nobody finds out which thing it is, and without its salt nobody ever again. */
export type Pseudonymise = (thing: string, salt: string) => Promise<string>;

const MOST_REMEMBERED = 50_000;

/**
 * A keyed hash by KMS, whose key never leaves it (EN 303 645 5.3-13; GDPR Art. 4(5)). Remembered by thing and salt, so that a warm function
 * asks KMS once a thing, and never uses a salt that has been erased.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html
 */
export function createPseudonymiser(client: AwsClient, keyId: string): Pseudonymise {
  const known = new Map<string, string>();
  return async (thing, salt) => {
    const message = `${salt}:${thing}`;
    const remembered = known.get(message);
    if (remembered !== undefined) return remembered;
    const answer = await client({
      service: "kms",
      target: "TrentService.GenerateMac",
      contentType: "application/x-amz-json-1.1",
      body: { KeyId: keyId, MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from(message).toString("base64") },
    });
    if (!isRecord(answer) || typeof answer.Mac !== "string") throw new Error("KMS answered without a Mac");
    const pseudonym = Buffer.from(answer.Mac, "base64").toString("base64url");
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(message, pseudonym);
    return pseudonym;
  };
}
