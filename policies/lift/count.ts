/**
 * Counts the resources of an input straight from its structure. This is on purpose other code than the lift: a run prints both numbers, and
 * they differ when the lift loses a resource.
 */
type Any = { readonly [key: string]: unknown };
const asObject = (value: unknown): Any => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Any) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Resources in a `values` tree (`planned_values` of a plan, `values` of a state), over all child modules.
 * @param forgotten addresses that do not count
 */
export function countModuleTree(root: unknown, forgotten: ReadonlySet<unknown> = new Set()): number {
  let count = 0;
  const open: unknown[] = [root];
  while (open.length > 0) {
    const module = asObject(open.pop());
    for (const resource of asList(module.resources)) {
      // What a replacement left behind shares the address of what replaced it.
      if (asObject(resource).deposed_key !== undefined || forgotten.has(asObject(resource).address)) continue;
      count += 1 + countInside(asObject(resource).type, asObject(resource).values);
    }
    for (const child of asList(module.child_modules)) open.push(child);
  }
  return count;
}

/** Addresses that a plan takes out of the state without touching what they stand for. */
export const forgottenIn = (changes: unknown): ReadonlySet<unknown> =>
  new Set(
    asList(changes)
      .map(asObject)
      .filter(({ deposed, change }) => deposed === undefined && String(asObject(change).actions) === "forget")
      .map(({ address }) => address),
  );

/** The same in `resource_changes` of a plan: what is there after the change. */
export function countChanges(changes: unknown): number {
  let count = 0;
  for (const entry of asList(changes)) {
    const { deposed, type, change } = asObject(entry);
    const { after } = asObject(change);
    if (deposed === undefined && typeof after === "object" && after !== null) count += 1 + countInside(type, after);
  }
  return count;
}

function countInside(type: unknown, values: unknown): number {
  const { template_body, registration_config } = asObject(values);
  switch (type) {
    case "aws_cloudformation_stack":
    case "aws_cloudformation_stack_set":
      return countInTemplate(template_body);
    case "aws_iot_provisioning_template":
      return countPolicies(template_body);
    case "aws_iot_ca_certificate":
      return countPolicies(asObject(Array.isArray(registration_config) ? registration_config[0] : registration_config).template_body);
    default:
      return 0;
  }
}

/** Policies with a document in a provisioning template. In a stack, interpolations may have quotes in them. */
function countPolicies(text: unknown): number {
  if (typeof text !== "string") return 0;
  try {
    const { Resources } = asObject(JSON.parse(text.replace(/(?<!\$)\$\{[^{}]*\}/g, "$")));
    return Object.values(asObject(Resources))
      .map(asObject)
      .filter(({ Type }) => Type === "AWS::IoT::Policy")
      .filter(({ Properties }) => typeof Properties === "string" || (asObject(Properties).PolicyDocument ?? null) !== null).length;
  } catch {
    return 0;
  }
}

/** Resources inside the template of a CloudFormation stack or stack set. */
function countInTemplate(text: unknown): number {
  if (typeof text !== "string") return 0;
  if (text.trimStart().startsWith("{")) {
    try {
      return Object.keys(asObject(asObject(JSON.parse(text)).Resources)).length;
    } catch {
      return 0;
    }
  }
  // YAML in block style: the keys one step below `Resources:`, in quotes where Terraform's yamlencode wrote it.
  const body = /^(?:Resources|"Resources"|'Resources'):[ \t]*(?:#.*)?\n((?:[ \t#].*(?:\n|$)|[ \t]*\n)*)/m.exec(text)?.[1] ?? "";
  const indent = /^( +)[^\s#]/m.exec(body)?.[1] ?? " ";
  return body.split("\n").filter((line) => line.startsWith(indent) && /^["']?\w+["']?\s*:/.test(line.slice(indent.length))).length;
}

/** Resource and data blocks of Terraform JSON configuration (`cdk.tf.json`). */
export function countConfiguration(root: unknown): number {
  let count = 0;
  for (const section of ["resource", "data"])
    for (const [type, byName] of Object.entries(asObject(asObject(root)[section])))
      for (const [name, body] of Object.entries(asObject(byName)))
        if (name !== "//") count += 1 + (section === "resource" ? countInside(type, Array.isArray(body) ? body[0] : body) : 0);
  return count;
}
