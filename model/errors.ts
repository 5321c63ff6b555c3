/**
 * The one registry of coded errors. A message names the place, a hint names the way out; `exitCode` follows the table of the command line.
 * Findings, unknowns and refusals are values, not errors.
 */
export const EXIT = { pass: 0, findings: 1, usage: 2, internal: 3, threshold: 4, untrusted: 5, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const registry = {
  BW_USAGE: { message: "{problem}", hint: "Run bulwark --help for the commands and their options.", exit: EXIT.usage },
  BW_FILE_NOT_FOUND: {
    message: "{path}: no such file or folder",
    hint: "Check the path; it is read relative to the current folder.",
    exit: EXIT.usage,
  },
  BW_FILE_UNREADABLE: {
    message: "{path}: cannot be read ({cause})",
    hint: "Check the permissions, and that it is a regular file.",
    exit: EXIT.usage,
  },
  BW_FILE_UNWRITABLE: {
    message: "{path}: cannot be written ({cause})",
    hint: "Check the path, the permissions of file and folder, and the free space.",
    exit: EXIT.usage,
  },
  BW_FILE_BINARY: {
    message: "{path}: is a binary file, not JSON or YAML",
    hint: "For a binary plan file run: terraform show -json FILE > plan.json",
    exit: EXIT.usage,
  },
  BW_FILE_EMPTY: {
    message: "{path}: is empty",
    hint: "Did terraform show -json fail? It says why on the terminal, not in the file.",
    exit: EXIT.usage,
  },
  BW_FOLDER_EMPTY: {
    message: "{path}: nothing to check in this folder",
    hint: "Expected *.tf.json, plan JSON or documents with a `kind:` line.",
    exit: EXIT.usage,
  },
  BW_JSON_INVALID: {
    message: "{path}:{line}:{column}: not valid JSON: {cause}",
    hint: "Is the file complete? It must be UTF-8 JSON.",
    exit: EXIT.usage,
  },
  BW_HCL_INVALID: {
    message: "{path}:{line}:{column}: not valid configuration: {cause}",
    hint: "terraform validate may tell more.",
    exit: EXIT.usage,
  },
  BW_YAML_INVALID: {
    message: "{path}:{line}:{column}: not valid YAML: {cause}",
    hint: "Mend the line named; indentation counts.",
    exit: EXIT.usage,
  },
  BW_DOCUMENT_INVALID: {
    message: "{path}:{line}:{column}: {field}: {problem}",
    hint: "docs/schemas holds the JSON Schema of every kind, for completion in an editor.",
    exit: EXIT.usage,
  },
  BW_DOCUMENT_KIND: {
    message: "{path}:{line}:{column}: kind is {given}, which is not a document kind",
    hint: "Known kinds: {known}.",
    exit: EXIT.usage,
  },
  BW_INPUT_UNKNOWN: {
    message: "{path}: neither a Terraform plan, a synthesized stack nor a document with a `kind:`",
    hint: "Give the JSON of terraform show -json, cdk.tf.json, or dossier YAML.",
    exit: EXIT.usage,
  },
  BW_INPUT_HCL: {
    message: "{path}: {problem}",
    hint: "Name the folder of the *.tf files, which takes the values along, or give the plan: terraform show -json plan.bin > plan.json",
    exit: EXIT.usage,
  },
  BW_PLAN_VERSION: {
    message: "{path}: plan format_version {given} is not supported",
    hint: "Supported: 1.x, as written by Terraform 1.0 or newer and OpenTofu.",
    exit: EXIT.usage,
  },
  BW_PLAN_INCOMPLETE: {
    message: "{path}: {problem}",
    hint: "Make the JSON with terraform show -json on a saved plan, not on a log of one.",
    exit: EXIT.usage,
  },
  BW_PLAN_ERRORED: {
    message: "{path}: the plan is marked as errored: Terraform stopped before it was whole",
    hint: "Mend what terraform plan complains of and plan again.",
    exit: EXIT.usage,
  },
  BW_STATE_FORMAT: {
    message: "{path}: {problem}",
    hint: "Make the JSON with terraform show -json (or tofu show -json), which prints the state in a public format.",
    exit: EXIT.usage,
  },
  BW_SCENARIO_INVALID: {
    message: "{path}:{line}:{column}: {field}: {problem}",
    hint: "docs/schemas/scenario.schema.json describes every key.",
    exit: EXIT.usage,
  },
  BW_THRESHOLD_INVALID: {
    message: "{path}:{line}:{column}: threshold {expression}: {problem}",
    hint: "A threshold reads like: p(95)<5000, rate>=0.99, count==0.",
    exit: EXIT.usage,
  },
  BW_POLICY_INVALID: {
    message: "{place}: not a usable AWS IoT policy: {problem}",
    hint: "Synthesize the stack first; the rehearsal runs under the device policy it holds.",
    exit: EXIT.usage,
  },
  BW_DETECTORS_INVALID: {
    message: "{path}: detector {detector}: {problem}",
    hint: "Synthesize the stack again; IotBackend takes own detectors as defence.detectors and says what is wrong with them.",
    exit: EXIT.usage,
  },
  BW_NO_IOT_POLICY: {
    message: "{path}: no AWS IoT policy in it",
    hint: "Give a plan or cdk.tf.json with an aws_iot_policy, or a policy document with a Statement.",
    exit: EXIT.usage,
  },
  BW_PORT_IN_USE: {
    message: "port {port} on {host} is in use",
    hint: "Leave broker.port out to let the system choose, or stop the other process.",
    exit: EXIT.usage,
  },
  BW_PREFLIGHT: { message: "this machine cannot hold the fleet: {problem}", hint: "{remedy}", exit: EXIT.usage },
  BW_PROJECT_INVALID: {
    message: "{path}: {problem}",
    hint: "A project folder holds bulwark.yaml with app, dossier, scenario and out.",
    exit: EXIT.usage,
  },
  BW_CONFIG_INVALID: {
    message: "{path}:{line}:{column}: {field}: {problem}",
    hint: "Of this file `rules:` counts, with severity, disabled and baseline: docs/custom-rules.md says how.",
    exit: EXIT.usage,
  },
  BW_APP_FAILED: {
    message: "the app {path} did not synthesize (exit {code}): {cause}",
    hint: "Run it by itself to see the whole output: npx tsx {path}",
    exit: EXIT.usage,
  },
  BW_ENFORCE: {
    message: "{outdir}: {count} findings\n{findings}",
    hint: "Mend them, accept them in the constructs (accept) or waive them (waivers) with a reason and an end.",
    exit: EXIT.findings,
  },
  BW_BASELINE: {
    message: "{construct}: {property} = {given} is weaker than the baseline ({baseline}) of control {control}",
    hint: 'Use the baseline, or accept it: accept: [{ control: "{control}", reason: "...", until: "YYYY-MM-DD" }]',
    exit: EXIT.usage,
  },
  BW_PROP_INVALID: {
    message: "{construct}: {property} = {given}: {problem}",
    hint: "docs/constructs.md lists every property with its range and default.",
    exit: EXIT.usage,
  },
  BW_ACCEPT_INVALID: {
    message: "{construct}: accept for {control}: {problem}",
    hint: "accept needs control, reason (at least 10 characters) and until (a date, at most a year ahead).",
    exit: EXIT.usage,
  },
  BW_RULE_UNKNOWN: { message: "no rule is called {rule}", hint: "bulwark rules lists them. {suggestion}", exit: EXIT.usage },
  BW_FINDING_UNKNOWN: {
    message: "{path}: no finding {finding}: {problem}",
    hint: "A check shows the fingerprint of each finding; --in names another report. Findings that passed are listed with check --all.",
    exit: EXIT.usage,
  },
  BW_WAIVERS_INVALID: {
    message: "{path}:{line}:{column}: {field}: {problem}",
    hint: "A waiver needs rule, address, reason, owner and expires.",
    exit: EXIT.usage,
  },
  BW_KNOWN_INVALID: {
    message: "{path}:{line}:{column}: {field}: {problem}",
    hint: "Not a baseline of known findings; write one with --write-baseline FILE.",
    exit: EXIT.usage,
  },
  BW_SELECTION_EMPTY: {
    message: "{option} {given}: selects no rule",
    hint: "bulwark rules lists the ids; * stands for any run of characters. {suggestion}",
    exit: EXIT.usage,
  },
  BW_IMPORT_UNKNOWN: {
    message: "{path}: {problem}",
    hint: "Give .tf files, a Checkov baseline (JSON with failed_checks), .trivyignore or .trivyignore.yaml, or a folder that holds some.",
    exit: EXIT.usage,
  },
  BW_CUSTOM_RULES: {
    message: "{path}: {problem}",
    hint: "docs/custom-rules.md says what a rule folder and a bundle hold; bulwark new rule makes a folder to start from.",
    exit: EXIT.usage,
  },
  BW_RULE_CLASH: {
    message: "{path}: rule id {rule} is taken by {owner}",
    hint: "Give the rule another id, for example with your team's name before it.",
    exit: EXIT.usage,
  },
  BW_TOOL_ABSENT: { message: "{tool} is not on the PATH", hint: "{remedy}", exit: EXIT.usage },
  BW_BUNDLE_BROKEN: {
    message: "the compiled rule bundle cannot be used: {cause}",
    hint: "Reinstall, or rebuild it with npm run policies.",
    exit: EXIT.internal,
  },
  BW_WORKER_DIED: {
    message: "{worker} ended with {how}",
    hint: "The run is void. If memory was short, use fewer devices.",
    exit: EXIT.internal,
  },
  BW_INTERNAL: { message: "internal error: {cause}", hint: "Please report this with the command you ran.", exit: EXIT.internal },
} as const satisfies Record<string, { message: string; hint: string; exit: ExitCode }>;

export type ErrorCode = keyof typeof registry;
export const ERROR_CODES = Object.keys(registry) as readonly ErrorCode[];

type Params = Readonly<Record<string, string | number>>;

const fill = (template: string, params: Params): string =>
  template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in params ? String(params[key]) : whole));

export class BulwarkError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly exitCode: ExitCode;
  /** What filled the message: enough, with the code, to build the error again on the other side of a process boundary. */
  readonly params: Params;

  constructor(code: ErrorCode, params: Params = {}, cause?: unknown) {
    super(fill(registry[code].message, params), cause === undefined ? undefined : { cause });
    this.name = "BulwarkError";
    this.code = code;
    this.params = params;
    this.hint = fill(registry[code].hint, params);
    this.exitCode = registry[code].exit;
  }
}

/** The text of anything thrown: opa-wasm throws strings and plain objects. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  if (typeof thrown === "string") return thrown;
  try {
    return JSON.stringify(thrown) ?? String(thrown);
  } catch {
    return String(thrown);
  }
}
