/** A stack as JSON that a mutation may change. */
type Block = Record<string, unknown>;

/** A secure default of a resource that goes through Cloud Control, switched off; and the one rule that must turn red. */
export interface CfnMutation {
  readonly off: string;
  /** Construct path below the backend. */
  readonly path: string;
  readonly change: (properties: Block) => void;
  readonly rule: string;
}

/** Takes a property away. */
export const dropIn =
  (...path: readonly string[]) =>
  (properties: Block): void => {
    const key = path.at(-1) ?? "";
    const holder = inside(properties, path.slice(0, -1));
    if (!(key in holder)) throw new Error(`${path.join(".")} is not there to be dropped`);
    delete holder[key];
  };

/** Gives a property another value. */
export const setIn =
  (path: readonly string[], value: unknown) =>
  (properties: Block): void => {
    inside(properties, path.slice(0, -1))[path.at(-1) ?? ""] = value;
  };

const inside = (properties: Block, path: readonly string[]): Block => path.reduce((holder, key) => holder[key] as Block, properties);

/** The resource of Cloud Control holds its properties as text. */
export const inDesiredState =
  (change: CfnMutation["change"]) =>
  (resource: Block): void => {
    const properties = JSON.parse(String(resource.desired_state)) as Block;
    change(properties);
    resource.desired_state = JSON.stringify(properties);
  };

const FLEET = "updates/fleet/resource";
const AUDIT = "audit/configuration/resource";
const RELEASE = "catalogue/sensor-1.4.2/resource";

export const IOT_MUTATIONS: readonly CfnMutation[] = [
  { off: "stopping at failures", path: FLEET, change: dropIn("AbortConfig"), rule: "iot-job-abort" },
  { off: "a rate", path: FLEET, change: dropIn("JobExecutionsRolloutConfig"), rule: "iot-job-rollout-rate" },
  { off: "a timeout", path: FLEET, change: dropIn("TimeoutConfig"), rule: "iot-job-timeout" },
  { off: "retries", path: FLEET, change: dropIn("JobExecutionsRetryConfig"), rule: "iot-job-retry" },
  {
    off: "signed links",
    path: FLEET,
    change: setIn(["Document"], '{"url":"https://s3.eu-west-1.amazonaws.com/acme/firmware.bin"}'),
    rule: "iot-job-download-signed",
  },
  { off: "the same for canaries", path: "updates/canary/resource", change: dropIn("TimeoutConfig"), rule: "iot-job-timeout" },
  {
    off: "one check",
    path: AUDIT,
    change: setIn(["AuditCheckConfigurations", "DeviceCertificateSharedCheck", "Enabled"], false),
    rule: "iot-audit-checks-on",
  },
  { off: "telling somebody", path: AUDIT, change: dropIn("AuditNotificationTargetConfigurations"), rule: "iot-audit-notifies" },
  { off: "a weekly audit", path: "audit/weekly/resource", change: setIn(["Frequency"], "MONTHLY"), rule: "iot-audit-frequent" },
  {
    off: "an audit of every check",
    path: "audit/weekly/resource",
    change: setIn(["TargetCheckNames"], ["LOGGING_DISABLED_CHECK"]),
    rule: "iot-audit-scheduled",
  },
  {
    off: "a log of quarantine",
    path: "target-logging/quarantine/resource",
    change: setIn(["LogLevel"], "DISABLED"),
    rule: "iot-target-logging",
  },
  { off: "the list of components", path: RELEASE, change: dropIn("Sbom"), rule: "iot-package-sbom" },
  { off: "one image", path: RELEASE, change: dropIn("Artifact", "S3Location", "Version"), rule: "iot-package-artifact-pinned" },
  { off: "a name of its own", path: RELEASE, change: setIn(["VersionName"], "latest"), rule: "iot-package-version-named" },
  { off: "tags", path: "catalogue/sensor/resource", change: dropIn("Tags"), rule: "iot-resource-tagged" },
  {
    off: "an own key",
    path: "core-encryption/configuration/resource",
    change: setIn(["EncryptionType"], "AWS_OWNED_KMS_KEY"),
    rule: "iot-core-customer-key",
  },
];

/** The stack with one Cloud Control resource changed. @throws Error when it is not there */
export function mutated(text: string, { path, change }: CfnMutation): string {
  const stack = JSON.parse(text) as { resource: { aws_cloudcontrolapi_resource: Record<string, Block> } };
  const found = Object.values(stack.resource.aws_cloudcontrolapi_resource).find((resource) =>
    (resource["//"] as { metadata: { path: string } }).metadata.path.endsWith(`fleet/${path}`),
  );
  if (found === undefined) throw new Error(`no Cloud Control resource at ${path}`);
  inDesiredState(change)(found);
  return JSON.stringify(stack);
}
