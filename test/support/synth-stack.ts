import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { AwsProvider } from "#aws/provider";
import { App, LocalBackend, TerraformStack } from "#tf";

type Block = Readonly<Record<string, unknown>>;

/** One resource of a synthesized stack. */
export interface SynthResource {
  readonly address: string;
  readonly type: string;
  /** Construct path below the stack, `fleet/firmware/bucket/bucket`. */
  readonly path: string;
  readonly values: Block;
}

/** A stack as `app.synth()` writes it, read back from its file. */
export interface SynthStack {
  /** The bytes of cdk.tf.json. */
  readonly text: string;
  readonly json: Block;
  readonly resources: readonly SynthResource[];
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  /** Deployment packages by file name, `detection-handler.zip`, as they would be uploaded. */
  readonly packages: ReadonlyMap<string, Buffer>;
  /** The one resource of a type at a construct path. @throws Error naming the paths there are */
  get(type: string, path: string): SynthResource;
  ofType(type: string): readonly SynthResource[];
}

/**
 * Synthesizes a whole app into a scratch folder: `Testing.synth` of cdktf drops the metadata and lets Aspect errors pass, so it would test
 * something else than what is deployed.
 */
export function synthStack(build: (stack: TerraformStack) => void, region = "eu-west-1", use?: UseFile): SynthStack {
  return synthApp((app) => {
    const stack = new TerraformStack(app, "test");
    new AwsProvider(stack, "aws", { region });
    new LocalBackend(stack, { path: "terraform.tfstate" });
    build(stack);
    return stack;
  }, use);
}

/** Gets the path of cdk.tf.json while it and its assets are there. */
export type UseFile = (file: string) => void;

export function synthApp(build: (app: App) => TerraformStack, use: UseFile = () => undefined): SynthStack {
  const outdir = mkdtempSync(join(tmpdir(), "bulwark-synth-"));
  try {
    const app = new App({ outdir, stackTraces: false });
    const stack = build(app);
    app.synth();
    const file = join(outdir, "stacks", stack.node.id, "cdk.tf.json");
    use(file);
    return { ...readStack(readFileSync(file, "utf8"), stack.node.id), packages: packagesIn(dirname(file)) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function packagesIn(folder: string): ReadonlyMap<string, Buffer> {
  const archives = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".zip"));
  return new Map(archives.map((path) => [basename(path), readFileSync(join(folder, path))]));
}

function readStack(text: string, name: string): Omit<SynthStack, "packages"> {
  const json = JSON.parse(text) as { resource?: Record<string, Record<string, Block>>; output?: SynthStack["outputs"] };
  const resources = Object.entries(json.resource ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([id, values]) => ({ address: `${type}.${id}`, type, path: pathOf(values).slice(name.length + 1), values })),
  );
  const ofType = (type: string): readonly SynthResource[] => resources.filter((resource) => resource.type === type);
  return {
    text,
    json,
    resources,
    outputs: json.output ?? {},
    ofType,
    get(type, path) {
      const found = ofType(type).filter((resource) => resource.path === path);
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(`${found.length} ${type} at ${path}; there are ${ofType(type).map((resource) => resource.path)}`);
      return only;
    },
  };
}

const pathOf = (values: Block): string => (values["//"] as { metadata: { path: string } }).metadata.path;
