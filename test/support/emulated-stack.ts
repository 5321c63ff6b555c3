import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Terraform } from "./terraform.js";

type Block = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Block>>>>;

interface Configuration {
  readonly resource: Resources;
  readonly output?: Readonly<Record<string, unknown>>;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Failed resources by address, with Terraform's own words. */
export type Failures = ReadonlyMap<string, string>;

/** Services of the types the smart home has, as the provider names them. Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/guides/custom-service-endpoints */
const SERVICES = [
  ...[
    "accessanalyzer",
    "backup",
    "cloudcontrol",
    "cloudtrail",
    "cloudwatch",
    "cognitoidp",
    "configservice",
    "dynamodb",
    "ec2",
    "eventbridge",
  ],
  ...["firehose", "guardduty", "iam", "inspector2", "iot", "kinesis", "kms", "lambda", "logs", "s3", "scheduler", "securityhub", "sfn"],
  ...["signer", "sns", "sqs", "sts"],
];

/** Go's words for a connection that the other side, or a busy machine, gave up; the provider does not try again here (max_retries below). */
const BROKEN_CONNECTION = /use of closed network connection|connection reset by peer|broken pipe|unexpected EOF/;
/** The emulator's web server answers with a page when a request trips over another one beside it; no API of AWS speaks HTML. */
const PAGE_FOR_AN_ANSWER = /StatusCode: 500\b.*(?:XML syntax error|invalid character '<')/s;

const brokenOff = (text: string): boolean => BROKEN_CONNECTION.test(text) || PAGE_FOR_AN_ANSWER.test(text);

/** A synthesized stack in a folder of its own, applied to an emulator of AWS by an override file; the stack itself stays as it was written. */
export class EmulatedStack {
  private readonly path: string;
  private readonly whole: Configuration;

  constructor(
    private readonly folder: string,
    private readonly terraform: Terraform,
    private readonly url: string,
  ) {
    this.path = join(folder, "cdk.tf.json");
    this.whole = JSON.parse(readFileSync(this.path, "utf8")) as Configuration;
    this.override({});
  }

  get addresses(): readonly string[] {
    return addressesOf(this.whole.resource);
  }

  /**
   * Applies everything there is. What a broken connection or a crash stopped is tried once more, together with what waited for it, since that says nothing
   * of what the emulator can do.
   * @param lacking types that the emulator cannot make, whatever it answers
   */
  async apply(lacking: ReadonlySet<string>): Promise<Failures> {
    const failures = await this.applyOnce();
    const broken = new Set([...failures].flatMap(([address, text]) => (!lacking.has(typeOf(address)) && brokenOff(text) ? [address] : [])));
    if (broken.size === 0) return failures;
    const final = [...failures].filter(([address]) => !broken.has(address));
    const hopeless = this.withDependents(final.map(([address]) => address));
    const again = [...this.withDependents(broken)].filter((address) => !hopeless.has(address));
    return new Map([...final, ...(await this.applyOnce("-refresh=false", ...again.map((address) => `-target=${address}`)))]);
  }

  /** @throws Error when Terraform ended badly and named no resource: what it left out would look made */
  private async applyOnce(...options: readonly string[]): Promise<Failures> {
    const { code, output } = await this.run("apply", "-auto-approve", "-json", "-parallelism=60", ...options);
    const failures = failuresIn(output);
    if (code !== 0 && failures.size === 0) throw new Error(`terraform apply ended with ${code} and no error:\n${output.slice(-4000)}`);
    return failures;
  }

  /** Takes resources, and all that refers to them, out of the configuration and of the state. @returns what was taken out */
  async forget(types: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const gone = this.withDependents(this.addresses.filter((address) => types.has(typeOf(address))));
    const resource = Object.fromEntries(
      Object.entries(this.whole.resource).flatMap(([type, byName]) => {
        const kept = Object.entries(byName).filter(([name]) => !gone.has(`${type}.${name}`));
        return kept.length === 0 ? [] : [[type, Object.fromEntries(kept)]];
      }),
    );
    const outputs = Object.entries(this.whole.output ?? {}).filter(([, output]) => !mentioned(output).some((address) => gone.has(address)));
    writeFileSync(this.path, JSON.stringify({ ...this.whole, resource, output: Object.fromEntries(outputs) }));
    const { output } = await this.run("state", "list");
    const inState = output.split("\n").filter((address) => gone.has(address));
    if (inState.length > 0) await this.succeed("state", "rm", ...inState);
    return gone;
  }

  /** @returns the attributes a second plan wants to change, by address, and Terraform's exit code: 0 says none */
  async drift(): Promise<{ readonly code: number | null; readonly changed: ReadonlyMap<string, readonly string[]> }> {
    const { code } = await this.run("plan", "-detailed-exitcode", "-out=again.bin");
    const shown = await this.succeed("show", "-json", "again.bin");
    const { resource_changes } = JSON.parse(shown) as { resource_changes: readonly Change[] };
    const changed = resource_changes.filter(({ change }) => change.actions.join() !== "no-op");
    return { code, changed: new Map(changed.map(({ address, change }) => [address, differing(change)])) };
  }

  /** Lifts what keeps the data from being destroyed, as a person has to who means it. */
  async unprotect(): Promise<void> {
    const kept = (JSON.parse(readFileSync(this.path, "utf8")) as Configuration).resource;
    const lifted = Object.entries(kept).flatMap(([type, byName]) => {
      const guarded = Object.entries(byName).flatMap(([name, values]) => {
        const prevented = (values.lifecycle as Block | undefined)?.prevent_destroy === true;
        const change = {
          ...(prevented ? { lifecycle: { prevent_destroy: false } } : {}),
          ...(values.deletion_protection_enabled === true ? { deletion_protection_enabled: false } : {}),
        };
        return Object.keys(change).length === 0 ? [] : [[name, change] as const];
      });
      return guarded.length === 0 ? [] : [[type, Object.fromEntries(guarded)] as const];
    });
    this.override({ resource: Object.fromEntries(lifted) });
    const tables = addressesOf({ aws_dynamodb_table: kept.aws_dynamodb_table ?? {} });
    const targets = tables.map((address) => `-target=${address}`);
    let failed = await this.applyOnce("-refresh=false", ...targets);
    if ([...failed.values()].some(brokenOff)) failed = await this.applyOnce("-refresh=false", ...targets);
    if (failed.size > 0) throw new Error(`the tables kept their protection: ${[...failed.values()].join("\n")}`);
  }

  destroy(): Promise<Ended> {
    return this.run("destroy", "-auto-approve", "-refresh=false", "-no-color", "-parallelism=60");
  }

  async init(): Promise<void> {
    await this.succeed("init");
  }

  async state(): Promise<readonly string[]> {
    return (await this.run("state", "list")).output.split("\n").filter((line) => line !== "");
  }

  private override(more: { readonly resource?: object }): void {
    const endpoints = Object.fromEntries(SERVICES.map((service) => [service, this.url]));
    const aws = {
      access_key: "testing",
      secret_key: "testing",
      skip_credentials_validation: true,
      skip_requesting_account_id: true,
      skip_metadata_api_check: "true",
      skip_region_validation: true,
      s3_use_path_style: true,
      // What the emulator lacks it answers with 500, and the provider would try it 25 times.
      max_retries: 1,
      endpoints: [endpoints],
    };
    writeFileSync(join(this.folder, "emulator_override.tf.json"), JSON.stringify({ provider: { aws: [aws] }, ...more }));
  }

  private withDependents(addresses: Iterable<string>): ReadonlySet<string> {
    const references = new Map(
      Object.entries(this.whole.resource).flatMap(([type, byName]) =>
        Object.entries(byName).map(([name, { "//": _, ...values }]) => [`${type}.${name}`, mentioned(values)] as const),
      ),
    );
    const found = new Set(addresses);
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const [address, to] of references) if (to.some((other) => found.has(other))) found.add(address);
    }
    return found;
  }

  private async succeed(...args: readonly string[]): Promise<string> {
    const { code, output } = await this.run(...args);
    if (code !== 0) throw new Error(`terraform ${args.join(" ").slice(0, 80)} ended with ${code}:\n${output.slice(-4000)}`);
    return output;
  }

  private run(...args: readonly string[]): Promise<Ended> {
    const child = spawn(this.terraform.binary, [...args], {
      cwd: this.folder,
      // A service that is missing from the list above fails here instead of reaching AWS.
      env: { ...this.terraform.env, TF_INPUT: "0", HTTPS_PROXY: "http://127.0.0.1:9", NO_PROXY: "127.0.0.1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString("utf8");
    });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, output: code === 0 ? output : output + errors }));
    });
  }
}

interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly before: Block | null; readonly after: Block | null };
}

export const typeOf = (address: string): string => address.slice(0, address.indexOf("."));

const addressesOf = (resources: Resources): readonly string[] =>
  Object.entries(resources).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`));

/** Every address a value mentions, in expressions and in `depends_on`. */
const mentioned = (value: unknown): readonly string[] => JSON.stringify(value).match(/\baws_[a-z0-9_]+\.[A-Za-z0-9_-]+/g) ?? [];

const differing = ({ before, after }: Change["change"]): readonly string[] =>
  Object.keys({ ...before, ...after })
    .filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]))
    .sort();

/** Terraform's `-json` output is a record a line. Source: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
function failuresIn(output: string): Failures {
  const records = output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as UiRecord] : []));
  return new Map(
    records.flatMap(({ diagnostic }) =>
      diagnostic?.severity === "error"
        ? [[diagnostic.address ?? diagnostic.summary, `${diagnostic.summary} ${diagnostic.detail}`] as const]
        : [],
    ),
  );
}

interface UiRecord {
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string; readonly address?: string };
}
