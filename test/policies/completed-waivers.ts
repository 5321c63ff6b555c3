import { parseDocuments } from "../../model/documents/index.js";

/** The waivers as a person would complete them: with an owner and an end, and a reason where the file gave none. */
export function completed(text: string) {
  const filled = text
    .replaceAll('owner: ""', "owner: team")
    .replaceAll('expires: ""', "expires: 2026-12-01")
    .replaceAll('reason: ""', "reason: looked at it again");
  const [document] = parseDocuments(filled, "waivers.yaml");
  return document?.kind === "Waivers"
    ? document.value.waivers.map(({ rule, address, reason, expires }) => [rule, address, reason, expires])
    : [];
}
