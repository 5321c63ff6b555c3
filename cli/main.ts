import { Command, CommanderError } from "commander";
import { BulwarkError, EXIT, type ExitCode, messageOf } from "../model/errors.js";
import { SEVERITIES } from "../model/finding.js";
import { type Console, createConsole } from "./console.js";
import { version } from "./version.js";

/** The verdict, once there is one. */
let finished: ExitCode | undefined;

const SOURCE = [
  "--source <folder>",
  "the Terraform files that the plan was made of: findings name their lines, and documents known only after apply are read there",
] as const;

/** Each command is loaded when it is called: a check of a small plan must not pay for the simulator. */
function buildProgram(console: Console, finish: (code: ExitCode) => void): Command {
  const program = new Command("bulwark")
    .description("Obligations as code for IoT providers: deploy, check, rehearse and prove from one model.")
    .version(version(), "-V, --version")
    .exitOverride()
    // Of errors only `report` tells; what commander writes besides is the help that a command without its subcommand shows.
    .configureOutput({ writeOut: (text) => console.result(text), writeErr: (text) => console.note(text), outputError: () => {} });

  program
    .command("run")
    .description("the whole loop on a project folder with a bulwark.yaml: deploy, check, rehearse, prove")
    .argument("[folder]", "project folder", ".")
    .option("--plan", "also make the real Terraform plan and check it in place of the synthesized stack")
    .option("--out <dir>", "where the report goes (default: out of bulwark.yaml)")
    .option("--seed <n>", "seed of the rehearsal (default: the scenario's)", wholeNumber)
    .action(async (folder: string, options) => finish(await (await import("./commands/run.js")).run(folder, options, console)));

  program
    .command("check")
    .description("judge plans, Terraform files, synthesized stacks and documents")
    .argument("<paths...>", "files or folders: plan JSON, cdk.tf.json, dossier YAML; - is stdin")
    .option(
      "--format <format[=file]>",
      "pretty, json, sarif, junit, github, markdown or gitlab; repeatable, all but one to a file (default: pretty)",
      collect,
      [],
    )
    .option("--all", "also list what passed and what does not apply")
    .option("--fail-on <severity>", `lowest severity that fails: ${SEVERITIES.join(", ")}`, "low")
    .option("--strict", "unknown counts as a finding too")
    .option("--waivers <file>", "waivers with reason, owner and end")
    .option("--as-of <date>", "day on which documents are judged and waivers end (default: today)")
    .option("--only <glob>", "judge only rules whose id matches; repeatable, or joined by commas", collectIds, [])
    .option("--skip <glob>", "do not judge rules whose id matches; likewise", collectIds, [])
    .option("--changed-only", "of a plan, judge only what the change touches")
    .option("--baseline <file>", "findings that this file holds do not fail the check")
    .option("--write-baseline <file>", "write what is found now as such a file")
    .option("--policy <path>", "also judge by rules of your own: a folder of Rego or its bundle (.tar.gz); repeatable", collect, [])
    .option(...SOURCE)
    .option("--config <file>", "severities, disabled rules and numbers, as `rules:` of a bulwark.yaml")
    .action(async (paths: string[], options) => finish(await (await import("./commands/check.js")).check(paths, options, console)));

  program
    .command("waivers")
    .description("waivers of other tools")
    .command("import")
    .description(
      "turn checkov:skip, trivy:ignore and kics-scan comments, a Checkov baseline and .trivyignore(.yaml) into a Waivers document, for a person to complete",
    )
    .argument("<paths...>", ".tf and .tofu files, .checkov.baseline, .trivyignore, .trivyignore.yaml, or folders that hold some")
    .option("--plan <file>", "write waivers only for what is found or unknown in this plan or stack; repeatable", collect, [])
    .action(async (paths: string[], options) =>
      finish(await (await import("./commands/waivers.js")).importWaivers(paths, options, console)),
    );

  program
    .command("reach")
    .description("which device may read or write another device's topics, with a case for each that can be tried")
    .argument("<paths...>", "plan JSON, cdk.tf.json or a policy document")
    .option("--policy <name>", "only this policy; given more than once, they are judged as one device's", collect, [])
    .option("--format <format>", "pretty or json", "pretty")
    .option("--strict", "a policy that may reach others, or that cannot be read, fails too")
    .option(...SOURCE)
    .action(async (paths: string[], options) => finish(await (await import("./commands/reach.js")).reach(paths, options, console)));

  program
    .command("simulate")
    .description("rehearse: drive a fleet through a scenario against a broker under the synthesized device policy")
    .argument("<scenario>", "scenario YAML")
    .option("--out <dir>", "folder for run.json and evidence.jsonl", "bulwark-out/rehearsal")
    .option("--seed <n>", "seed in place of the scenario's", wholeNumber)
    .option("--stack <file>", "synthesized stack to rehearse under (default: backend.stack or backend.app of the scenario)")
    .action(async (scenario: string, options) =>
      finish(await (await import("./commands/simulate.js")).simulate(scenario, options, console)),
    );

  program
    .command("rules")
    .description("the rule library")
    .option("--format <format>", "pretty or json", "pretty")
    .option("--policy <path>", "with rules of your own: a folder of Rego or its bundle; repeatable", collect, [])
    .action(async (options) => finish(await (await import("./commands/rules.js")).rules(options, console)));

  program
    .command("new")
    .description("start something of your own")
    .command("rule")
    .description("a rule folder with its tests and examples, for check --policy")
    .argument("[folder]", "folder of your rules", "rules")
    .requiredOption("--id <id>", "id of the rule, with your team's name first, like acme-bucket-owner")
    .requiredOption("--domain <domain>", "encryption, identity, logging, ...")
    .action(async (folder: string, options) => finish(await (await import("./commands/new-rule.js")).newRule(folder, options, console)));

  program
    .command("bundle")
    .description("compile a folder of rules into one file for check --policy, where OPA is not")
    .argument("<folder>", "folder of your rules")
    .option("--out <file>", "where the bundle goes", "rules.tar.gz")
    .action(async (folder: string, options) => finish(await (await import("./commands/bundle.js")).bundle(folder, options, console)));

  program
    .command("explain")
    .description("one rule: what it asks for, why, how to mend it; or one finding of a report with its rule")
    .argument("<rule or finding>", "rule id, or the fingerprint of a finding (or its first six characters)")
    .option("--in <file>", "report with the finding: check --format json, or report.json (default: the newest in bulwark-out)")
    .option("--format <format>", "pretty or json", "pretty")
    .option("--policy <path>", "with rules of your own: a folder of Rego or its bundle; repeatable", collect, [])
    .action(async (rule: string, options) => finish(await (await import("./commands/explain.js")).explain(rule, options, console)));

  return program;
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

/** No id holds a comma. */
const collectIds = (value: string, previous: readonly string[]): readonly string[] => [
  ...previous,
  ...value.split(",").map((id) => id.trim()),
];

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new BulwarkError("BW_USAGE", { problem: `--seed ${text}: expected a whole number, 0 or more` });
  return value;
}

/** Turns anything thrown into a line a person can act on and an exit code a script can. Stacks only with BULWARK_DEBUG. */
function report(thrown: unknown, console: Console): ExitCode {
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return EXIT.pass;
    if (thrown.code === "commander.help") return EXIT.usage;
    return report(new BulwarkError("BW_USAGE", { problem: thrown.message.replace(/^error: /, "") }), console);
  }
  if (thrown instanceof Error && thrown.name === "AbortError") return EXIT.interrupted;
  const error = thrown instanceof BulwarkError ? thrown : new BulwarkError("BW_INTERNAL", { cause: messageOf(thrown) }, thrown);
  console.note(`${console.errColors.red("error")} ${error.code}: ${error.message}\n      ${console.errColors.dim(error.hint)}`);
  if (process.env.BULWARK_DEBUG && thrown instanceof Error) console.note(thrown.stack ?? "");
  return error.exitCode;
}

async function main(): Promise<void> {
  const console = createConsole();
  const finish = (code: ExitCode) => {
    finished = code;
    process.exitCode = code;
  };
  try {
    await buildProgram(console, finish).parseAsync(process.argv);
  } catch (thrown) {
    finish(report(thrown, console));
  }
  leave();
}

/** Once all is written: to wait until Node has taken a large plan apart again would be up to a twentieth of the whole time. */
function leave(): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit()));
}

// A reader that closes the pipe early (head, less) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(finished ?? EXIT.pass);
});

// Whatever ends without having come to a verdict is no pass.
process.exitCode = EXIT.internal;
void main();
