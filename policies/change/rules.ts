import type { RuleMeta } from "../../model/finding.js";
import { CONTROLS, EVIDENCE } from "./table.js";

const NO_EQUIVALENTS = { checkov: [], trivy: [], kics: [], cdkNag: [], securityHub: [], regula: [] } as const;

/** Rules about a change and not about what stands after it: no Rego, since they judge what a plan does to values that were there before. */
export const CHANGE_RULES: readonly RuleMeta[] = [
  {
    id: "change-keeps-evidence",
    title: "A change destroys no evidence",
    description:
      "A plan that destroys or replaces a trail, a log bucket, a log group, a backup vault or a key, or that shortens how long they keep, takes away what an investigation or an authority asks for later. What stands after the change may be flawless; this rule looks at what was there before. A key counts, since what it encrypted cannot be read without it.",
    severity: "critical",
    domain: "process",
    resourceTypes: Object.keys(EVIDENCE).sort(),
    obligations: ["OBL-INC-5", "OBL-CONS-5"],
    equivalents: NO_EQUIVALENTS,
    expected: "No evidence is destroyed and none is kept for a shorter time than before.",
    fix: {
      terraform:
        "Keep the resource (removed { lifecycle { destroy = false } }, or lifecycle { prevent_destroy = true }), or export what it holds first and waive this finding with a reason and an end.",
    },
    sources: [
      "https://developer.hashicorp.com/terraform/language/block/removed",
      "https://developer.hashicorp.com/terraform/internals/json-format",
    ],
    since: "0.1.0",
  },
  {
    id: "change-keeps-controls",
    title: "A change switches no control off",
    description:
      "A plan that switches a control off or takes it away (logging of a trail, versioning, encryption, rotation, public access blocks, detection, deletion protection) is a finding of its own, also where the rule about the control itself is waived or does not apply: somebody should say why.",
    severity: "high",
    domain: "process",
    resourceTypes: Object.keys(CONTROLS).sort(),
    obligations: ["OBL-INC-1", "OBL-SDLC-8"],
    equivalents: NO_EQUIVALENTS,
    expected: "Every control that was on before the change is on after it.",
    fix: { terraform: "Leave the setting as it was, or waive this finding with a reason and an end." },
    sources: ["https://developer.hashicorp.com/terraform/internals/json-format"],
    since: "0.1.0",
  },
];
