import { readdirSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { Construct, type IConstruct } from "constructs";
import { BackendContext } from "iot-bulwark/constructs";
import type { TerraformStack } from "#tf";
import { type SynthStack, synthStack, type UseFile } from "../support/synth-stack.js";
import { AS_OF, PROPS } from "./fleet.js";

const FOLDER = resolve(import.meta.dirname, "../../examples/constructs");
/** The committed stack of each example, under the same name. */
export const GOLDEN = join(import.meta.dirname, "golden");

/** What an account has once is made by one of its stacks, and a construct alone is not that stack: the rule that says so, and who makes it. */
export const ONCE_AN_ACCOUNT: Readonly<Record<string, string>> = {
  "iot-account-logged": "IotLogging",
  "iot-account-audited": "DeviceAudit",
};

/** The least a user writes to get one construct: examples/constructs mirrors constructs/, a file a class. */
export interface ConstructExample {
  /** Path below examples/constructs and constructs/ without extension, `detect/core-encryption`. */
  readonly name: string;
  readonly example: (scope: Construct, context: BackendContext) => void;
  /** Rules that cannot decide on the example, each with the reason. */
  readonly unknown: Readonly<Record<string, string>>;
}

type Module = Pick<ConstructExample, "example"> & { readonly UNKNOWN?: ConstructExample["unknown"] };

/** All of them, in the order of their names. */
export const constructExamples = (): Promise<readonly ConstructExample[]> =>
  Promise.all(
    withExtension(FOLDER, ".ts").map(async (name) => {
      const { example, UNKNOWN = {} } = (await import(pathToFileURL(join(FOLDER, `${name}.ts`)).href)) as Module;
      return { name, example, unknown: UNKNOWN };
    }),
  );

/** Files below a folder, as paths without the extension, sorted. */
export const withExtension = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length).split(sep).join("/"))
    .sort();

/** `CoreEncryption` for `detect/core-encryption`. */
export const classOf = ({ name }: Pick<ConstructExample, "name">): string =>
  (name.split("/").at(-1) ?? name).replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The example in a stack of its own. */
export const synthExample = ({ example }: Pick<ConstructExample, "example">): SynthStack =>
  synthStack((stack) => example(stack, new BackendContext(stack, { ...PROPS, asOf: AS_OF })));

/** All examples in one stack, each in a scope of its own; the names that AWS would take only once are not told apart. `use` gets the file while it is there. */
export const synthTogether = (examples: readonly ConstructExample[], use: UseFile): SynthStack =>
  synthStack((stack) => void buildTogether(examples, stack), PROPS.region, use);

/** @returns the constructs each example made, by its name */
export function buildTogether(examples: readonly ConstructExample[], stack: TerraformStack): ReadonlyMap<string, readonly IConstruct[]> {
  const scopes = examples.map(({ name, example }) => {
    const scope = new Construct(stack, name.replaceAll("/", "-"));
    example(scope, new BackendContext(scope, { ...PROPS, asOf: AS_OF }));
    return [name, scope] as const;
  });
  return new Map(scopes.map(([name, scope]) => [name, scope.node.findAll()]));
}
