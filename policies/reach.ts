import { BulwarkError } from "../model/errors.js";
import { iotPolicyScope } from "../model/iot-policy/arn.js";
import { type IotPolicy, parseIotPolicy } from "../model/iot-policy/index.js";
import { type ReachAnswer, reach } from "../model/iot-policy/reach.js";
import { REACH_VERDICTS, type ReachedPolicy, type ReachReport, type ReachVerdict } from "../model/reach-report.js";
import { type PolicySource, readIotPolicies } from "./iot-policies.js";

/** Stands for region and account where the policies do not say; no answer depends on them. */
const ANYWHERE = { region: "eu-west-1", account: "123456789012" } as const;

/**
 * `bulwark reach`: what each AWS IoT policy of the inputs lets one device do with another's topics.
 * @param together names or addresses of policies that hang on one device: they are judged as one; empty: every policy by itself
 * @param source folder of the Terraform files that the one plan among the inputs was made of
 * @throws BulwarkError for input that is missing or broken, for input without an AWS IoT policy, and for a name that none bears
 */
export async function reachOf(paths: readonly string[], together: readonly string[] = [], source?: string): Promise<ReachReport> {
  const inputs = await readIotPolicies(paths, source);
  const sources = inputs.flatMap((input) => input.policies);
  if (sources.length === 0) throw new BulwarkError("BW_NO_IOT_POLICY", { path: paths.join(", ") });
  const policies = together.length === 0 ? sources.map((source) => judge([source])) : [judge(together.map((name) => named(name, sources)))];
  const summary = Object.fromEntries(
    REACH_VERDICTS.map((verdict) => [verdict, policies.filter((policy) => policy.verdict === verdict).length]),
  ) as Record<ReachVerdict, number>;
  return {
    schema: "bulwark.reach/1",
    inputs: inputs.map(({ path, policies: own }) => ({ path, policies: own.length })),
    policies,
    summary,
  };
}

function named(name: string, sources: readonly PolicySource[]): PolicySource {
  const found = sources.find((source) => source.name === name || source.place === name);
  if (found !== undefined) return found;
  const known = [...new Set(sources.map((source) => source.name))].join(", ");
  throw new BulwarkError("BW_USAGE", { problem: `--policy ${name}: no such policy; there are ${known}` });
}

function judge(sources: readonly PolicySource[]): ReachedPolicy {
  const notes = sources.flatMap((source) => source.notes);
  const parsed = sources.map(parse);
  const readable = parsed.filter((policy) => typeof policy !== "string");
  const answer: ReachAnswer =
    readable.length < parsed.length
      ? { witnesses: [], undecided: [], connectAssumed: false }
      : reach(readable, iotPolicyScope(readable, ANYWHERE));
  const kind = readable.length > 0 && readable.every(onlyProvisions) ? "provisioning" : "device";
  const holes =
    sources.some((source) => source.holes) ||
    readable.length < parsed.length ||
    answer.undecided.length > 0 ||
    answer.nobodyConnects === true;
  return {
    place: sources.map(({ place }) => place).join(" + "),
    name: sources.map(({ name }) => name).join(" + "),
    kind,
    verdict: verdictOf(answer, kind, holes),
    ...answer,
    notes: [
      ...notes,
      ...parsed.filter((policy) => typeof policy === "string"),
      ...readable.flatMap((policy) =>
        policy.problems.map(({ statement, kind: problem, detail }) => `Statement[${statement}]: ${problem.replaceAll("-", " ")} ${detail}`),
      ),
    ],
  };
}

/** The policy, or why it is none. */
function parse({ document, place }: PolicySource): IotPolicy | string {
  if (document === undefined) return "its document is not known before apply";
  try {
    return parseIotPolicy(document, place);
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown.message;
    throw thrown;
  }
}

function verdictOf({ witnesses }: ReachAnswer, kind: ReachedPolicy["kind"], holes: boolean): ReachVerdict {
  const counted = kind === "provisioning" ? witnesses.filter(({ capability }) => capability !== "connect-as-other") : witnesses;
  if (counted.some(({ dependsOn }) => dependsOn.length === 0)) return "reaches";
  if (counted.length > 0) return "depends";
  return holes ? "unknown" : "contained";
}

/** Source: docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html */
const PROVISIONING = /:(?:topic|topicfilter)\/\$aws\/(?:certificates\/create|provisioning-templates\/)/;

function onlyProvisions({ statements }: IotPolicy): boolean {
  const data = statements.filter(({ effect, actions }) => effect === "Allow" && [...actions].some((action) => action !== "iot:Connect"));
  return (
    data.length > 0 &&
    data.every(({ resources, notResource }) => !notResource && resources.every(({ source }) => PROVISIONING.test(source)))
  );
}
