import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTerraform, planConfiguration } from "../support/terraform.js";
import { casesFile, ENCODED, encodingCases } from "./encoding-cases.js";
import { EXAMPLE_PLANS, planExamples } from "./example-plans.js";

// Run it when an example of a rule changes. Needs Terraform and a mirror of hashicorp/aws 5.100.0, as test/support/terraform.ts says.
const terraform = findTerraform("the plans of the examples");
if (terraform === undefined) {
  console.error("Terraform or its provider mirror is absent: set TF_CLI_CONFIG_FILE or BULWARK_TF_MIRROR.");
  process.exitCode = 2;
} else {
  const plans = planExamples(terraform);
  writeFileSync(EXAMPLE_PLANS, `${JSON.stringify(plans)}\n`);
  console.error(`${EXAMPLE_PLANS}: ${plans.plan.resource_changes.length} resources`);
  const cases = encodingCases(plans);
  writeFileSync(join(ENCODED, "cases.json"), casesFile(cases));
  writeFileSync(join(ENCODED, "plan.json"), planConfiguration(terraform, join(ENCODED, "main.tf")).json);
  console.error(`${ENCODED}: ${cases.length} examples in each encoding`);
}
