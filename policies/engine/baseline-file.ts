import { errorAt, parseYamlAs } from "../../model/documents/index.js";
import { knownSchema } from "../../model/known-findings.js";
import type { Baseline } from "./baseline.js";
import { fingerprintOf } from "./results.js";

/**
 * Reads a baseline file (JSON, `bulwark.baseline/1`).
 * @throws BulwarkError BW_YAML_INVALID, BW_KNOWN_INVALID (also when an entry's fingerprint is not that of its rule, address and detail)
 */
export function readBaseline(text: string, path: string): Baseline {
  const options = { path, code: "BW_KNOWN_INVALID" } as const;
  const { value, locate } = parseYamlAs(knownSchema, text, options);
  value.findings.forEach((finding, index) => {
    if (finding.fingerprint !== fingerprintOf(finding.rule, finding.address, finding.detail))
      throw errorAt({ locate }, options, ["findings", index, "fingerprint"], "is not the fingerprint of this rule, address and detail");
  });
  return { path, findings: value.findings };
}
