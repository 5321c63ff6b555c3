import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { loadRules } from "../policies/index.js";
import { askQueries, kicsQueries, kicsVersionOf } from "./agreement/kics.js";
import { type ComparedPlan, comparedPlans, type Peer, RECORD, readRecord, type VerdictRecord, type Verdicts } from "./agreement/record.js";
import { askRules, regulaChanges, regulaVersionOf } from "./agreement/regula.js";

/**
 * `npm run agreement`: has Checkov and Trivy, as far as they are on the PATH, and with OPA on the PATH the queries of KICS, if `KICS_ASSETS` names the folder `assets` of a release
 * of it, and the rules of Regula, if `REGULA_SOURCE` names the source of a release of it, judge the plans of all examples, and records what they say of the checks that a rule
 * names as its equivalent; `npm run agreement -- trivy` has one of them.
 * `npm run generate` then compares (docs/agreement.md). Trivy reads one plan a run, so that it takes ten minutes to ask it about all.
 */
interface CheckovReport {
  readonly results: Readonly<
    Record<"passed_checks" | "failed_checks", readonly { readonly check_id: string; readonly file_path: string }[]>
  >;
}
interface TrivyReport {
  readonly Results?: readonly { readonly Misconfigurations?: readonly { readonly ID: string; readonly Status: "PASS" | "FAIL" }[] }[];
}

const ASKED = process.argv.slice(2);
const { KICS_ASSETS, REGULA_SOURCE } = process.env;
/** What names the folder of a peer whose Rego is asked in place of its program. */
const FOLDERS: { readonly [peer in Peer]?: string } = { kics: "KICS_ASSETS", regula: "REGULA_SOURCE" };

const NOTHING: Verdicts = { failed: {}, passed: {} };

type Said = readonly (readonly [check: string, plan: string])[];

const folder = mkdtempSync(join(tmpdir(), "bulwark-agreement-"));
try {
  const plans = comparedPlans();
  const before: VerdictRecord = existsSync(RECORD) ? readRecord() : {};
  const record: VerdictRecord = {
    ...before,
    ...recordOf("checkov", plans, askCheckov),
    ...recordOf("trivy", plans, askTrivy),
    ...recordOf("kics", plans, askKics),
    ...recordOf("regula", plans, askRegula),
  };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Only plans are asked about that are new or another than when the same version was last asked about as much. */
function recordOf(peer: Peer, plans: readonly ComparedPlan[], ask: (plans: readonly ComparedPlan[]) => Verdicts): VerdictRecord {
  if (ASKED.length > 0 && !ASKED.includes(peer)) return {};
  const version = versionOf(peer);
  if (version === undefined) {
    process.stderr.write(`${peer} is not ${peer in FOLDERS ? `named by ${FOLDERS[peer]}` : "on the PATH"}: what it said before is kept\n`);
    return {};
  }
  const concerned = plans.filter(({ rule }) => rule === undefined || namesCheckOf(peer, rule));
  const checks = [...checksNamed(peer)].sort();
  const before = existsSync(RECORD) ? readRecord()[peer] : undefined;
  const holds = before?.version === version && checks.every((check) => before.checks.includes(check));
  const known = holds ? concerned.filter(({ name, digest }) => before.plans[name] === digest) : [];
  const open = concerned.filter((plan) => !known.includes(plan));
  process.stderr.write(`${peer} ${version}: ${open.length} of ${concerned.length} plans to ask about\n`);
  const said = open.length === 0 ? NOTHING : ask(open);
  const kept = before === undefined ? NOTHING : about(before, new Set(known.map(({ name }) => name)), checks);
  return {
    [peer]: {
      version,
      checks,
      plans: Object.fromEntries(concerned.map(({ name, digest }) => [name, digest])),
      failed: together(kept.failed, said.failed),
      passed: together(kept.passed, said.passed),
    },
  };
}

function about({ failed, passed }: Verdicts, names: ReadonlySet<string>, checks: readonly string[]): Verdicts {
  const of = (verdicts: Verdicts["failed"]): Verdicts["failed"] =>
    Object.fromEntries(checks.map((check) => [check, (verdicts[check] ?? []).filter((name) => names.has(name))]));
  return { failed: of(failed), passed: of(passed) };
}

function together(a: Verdicts["failed"], b: Verdicts["failed"]): Verdicts["failed"] {
  const checks = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const all = checks.map((check) => [check, [...(a[check] ?? []), ...(b[check] ?? [])].sort()] as const);
  return Object.fromEntries(all.filter(([, names]) => names.length > 0));
}

/** Those that a rule names as its equivalent. */
function checksNamed(peer: Peer): ReadonlySet<string> {
  return new Set(loadRules().flatMap((rule) => rule.equivalents[peer]));
}

/** Undefined without the tool. */
function versionOf(peer: Peer): string | undefined {
  const unknown = "of no known version";
  if (peer === "kics") return KICS_ASSETS && (kicsVersionOf(KICS_ASSETS) ?? unknown);
  if (peer === "regula") return REGULA_SOURCE && (regulaVersionOf(regulaChanges(REGULA_SOURCE)) ?? unknown);
  const { status, stdout } = spawnSync(peer, ["--version"], { encoding: "utf8" });
  return status === 0 ? (/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? goVersionOf(peer) ?? unknown) : undefined;
}

/** What `go install` builds says `dev` of itself; the module it was built from is in the file. */
function goVersionOf(peer: Peer): string | undefined {
  const file = (process.env.PATH ?? "")
    .split(delimiter)
    .map((path) => join(path, peer))
    .find(existsSync);
  return file && /^\tmod\t\S+\tv(\S+)/m.exec(spawnSync("go", ["version", "-m", file], { encoding: "utf8" }).stdout ?? "")?.[1];
}

function namesCheckOf(peer: Peer, id: string): boolean {
  return loadRules().some((rule) => rule.id === id && rule.equivalents[peer].length > 0);
}

/** Names hold slashes; file names may not. */
function fileOf(name: string): string {
  return `${name.replaceAll("/", "__")}.json`;
}

function write(plans: readonly ComparedPlan[]): ReadonlyMap<string, string> {
  for (const { name, plan } of plans) writeFileSync(join(folder, fileOf(name)), JSON.stringify(plan));
  return new Map(plans.map(({ name }) => [fileOf(name), name]));
}

function askCheckov(plans: readonly ComparedPlan[]): Verdicts {
  const names = write(plans);
  const { stdout, stderr } = spawnSync(
    "checkov",
    ["--directory", folder, "--framework", "terraform_plan", "--output", "json", "--compact", "--skip-download"],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  if (!stdout.startsWith("{")) throw new Error(`checkov said nothing that can be read: ${stderr.slice(-2000)}`);
  const { results } = JSON.parse(stdout) as CheckovReport;
  const said = (list: CheckovReport["results"]["passed_checks"]): Said =>
    list.map(({ check_id, file_path }) => [check_id, names.get(file_path.slice(file_path.lastIndexOf("/") + 1)) ?? file_path]);
  return sorted("checkov", said(results.failed_checks), said(results.passed_checks));
}

/** Trivy takes the plans of one folder for one configuration. */
function askTrivy(plans: readonly ComparedPlan[]): Verdicts {
  const failed: (readonly [string, string])[] = [];
  const passed: typeof failed = [];
  for (const [at, { name, plan }] of plans.entries()) {
    process.stderr.write(`\rtrivy: ${at + 1} of ${plans.length} plans`);
    const file = join(folder, "plan.json");
    writeFileSync(file, JSON.stringify(plan));
    const { stdout, stderr } = spawnSync(
      "trivy",
      ["config", "--quiet", "--format", "json", "--include-non-failures", "--skip-check-update", file],
      { encoding: "utf8", maxBuffer: 2 ** 28 },
    );
    if (!stdout.startsWith("{")) throw new Error(`trivy said nothing of ${name} that can be read: ${stderr.slice(-2000)}`);
    for (const { Misconfigurations } of (JSON.parse(stdout) as TrivyReport).Results ?? [])
      for (const { ID, Status } of Misconfigurations ?? []) (Status === "FAIL" ? failed : passed).push([ID.replace(/^AVD-/, ""), name]);
  }
  process.stderr.write("\n");
  return sorted("trivy", failed, passed);
}

function askKics(plans: readonly ComparedPlan[]): Verdicts {
  const assets = KICS_ASSETS ?? "";
  const queries = kicsQueries(assets, checksNamed("kics"));
  const found = askQueries(assets, queries, plans, (done) => process.stderr.write(`\rkics: ${done} of ${queries.length} queries`));
  process.stderr.write("\n");
  const said = (verdict: "failed" | "passed"): Said =>
    [...found].flatMap(([id, named]) => named[verdict].map((name) => [id, name] as const));
  return sorted("kics", said("failed"), said("passed"));
}

function askRegula(plans: readonly ComparedPlan[]): Verdicts {
  const results = askRules(REGULA_SOURCE ?? "", plans);
  const said = (verdict: "failed" | "passed"): Said =>
    results.filter((one) => one.verdict === verdict).map(({ check, plan }) => [check, plan] as const);
  return sorted("regula", said("failed"), said("passed"));
}

/** By check; a plan that fails somewhere does not also pass. Only what a rule names as its equivalent. */
function sorted(peer: Peer, failed: Said, passed: Said): Verdicts {
  const named = checksNamed(peer);
  const byCheck = (said: Said, without: Readonly<Record<string, readonly string[]>> = {}) => {
    const found = new Map<string, Set<string>>();
    for (const [check, name] of said)
      if (named.has(check) && without[check]?.includes(name) !== true) found.set(check, (found.get(check) ?? new Set()).add(name));
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([check, names]) => [check, [...names].sort()]));
  };
  const failing = byCheck(failed);
  return { failed: failing, passed: byCheck(passed, failing) };
}
