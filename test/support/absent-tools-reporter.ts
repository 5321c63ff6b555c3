import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { ABSENT_TOOLS_FILE, type Absent } from "./absent-tools.js";

/** Prints, after the last test, which tools this machine lacks, what was not tested for want of them, and how many tests did not run. */
// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter by its default export
export default class AbsentToolsReporter implements Reporter {
  private readonly file = join(mkdtempSync(join(tmpdir(), "bulwark-absent-")), "absent.jsonl");

  onInit(): void {
    process.env[ABSENT_TOOLS_FILE] = this.file;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const absent = this.read();
    const skipped = modules.flatMap((module) => [...module.children.allTests("skipped")]);
    if (absent.length === 0 && skipped.length === 0) return;
    console.log(`\n Not run on this machine: ${skipped.length} ${skipped.length === 1 ? "test" : "tests"}`);
    for (const { tool, what } of absent) console.log(`   ${tool} is absent: ${what}`);
    // A test that does not run and says no reason is held to be one that should.
    const meant = absent.length > 0 && absent.every(({ outOfReach }) => outOfReach);
    if (process.env.BULWARK_ABSENT_FAILS === "1" && !meant) {
      console.log("   BULWARK_ABSENT_FAILS=1: that fails the run.");
      process.exitCode = 1;
    }
  }

  /** Removes the scratch file; a tool several files looked for in vain counts once a purpose. */
  private read(): readonly Absent[] {
    const lines = existsSync(this.file) ? readFileSync(this.file, "utf8").trim().split("\n") : [];
    rmSync(dirname(this.file), { recursive: true, force: true });
    return [...new Set(lines)].map((line) => JSON.parse(line) as Absent);
  }
}
