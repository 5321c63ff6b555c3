/**
 * Counts the resources of an input straight from its structure. This is on purpose other code than the lift: a run prints both numbers, and
 * they differ when the lift loses a resource.
 */
type Any = { readonly [key: string]: unknown };
const asObject = (value: unknown): Any => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Any) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Resources in a `values` tree (`planned_values` of a plan, `values` of a state), over all child modules. */
export function countModuleTree(root: unknown): number {
  let count = 0;
  const open: unknown[] = [root];
  while (open.length > 0) {
    const module = asObject(open.pop());
    count += asList(module.resources).length;
    for (const child of asList(module.child_modules)) open.push(child);
  }
  return count;
}

/** Resource and data blocks of Terraform JSON configuration (`cdk.tf.json`). */
export function countConfiguration(root: unknown): number {
  let count = 0;
  for (const section of ["resource", "data"])
    for (const byName of Object.values(asObject(asObject(root)[section])))
      count += Object.keys(asObject(byName)).filter((name) => name !== "//").length;
  return count;
}
