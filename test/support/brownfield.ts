import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planConfiguration, type RealPlan, type Terraform } from "./terraform.js";

/** Plans examples/brownfield as it is, or with the pull request that lies in `next/` beside it. @throws Error with Terraform's own words */
export function planBrownfield(terraform: Terraform, root: string, withPullRequest: boolean): RealPlan {
  const example = join(root, "examples/brownfield");
  const folder = mkdtempSync(join(tmpdir(), "bulwark-brownfield-"));
  try {
    for (const from of withPullRequest ? [example, join(example, "next")] : [example])
      for (const name of readdirSync(from)) if (name.endsWith(".tf")) cpSync(join(from, name), join(folder, name));
    return planConfiguration(terraform, join(folder, "versions.tf"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
