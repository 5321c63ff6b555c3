import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { IConstruct, Node } from "constructs";
import { type App, DISABLE_STACK_TRACE_IN_METADATA } from "#tf";
import { LIBRARY_FOLDER } from "./library-folder.js";

/**
 * Makes the stacks of an app say which line of the app made each resource, so that a check of `cdk.tf.json` (or of a plan beside it) points
 * there: SARIF, annotations and `enforce` then name `main.ts:12:3` instead of a line of JSON. Call it before the first stack:
 *
 *     const app = carrySources(new App());
 *
 * The line is the innermost one outside packages and outside this library, that of `new SecureBucket(...)` or `new IotBackend(...)`. It stands in
 * the metadata of the resource, relative to the stack's own folder (`../../../main.ts:12:3`), which Terraform ignores and a plan does not carry.
 * Without it a stack holds no lines and is the same wherever it is synthesized. An app with `stackTraces: false` stays without.
 *
 * Compiled apps show the lines of their JavaScript unless Node runs with `--enable-source-maps`; tsx and ts-node show those of TypeScript.
 */
export function carrySources<T extends App>(app: T): T {
  if (app.node.tryGetContext(DISABLE_STACK_TRACE_IN_METADATA) === true) return app;
  teach(Object.getPrototypeOf(app.node) as Node);
  FOLDERS.set(app, join(resolve(app.outdir), "stacks", "any"));
  return app;
}

/** Apps that carry sources, each with a folder as deep as those of its stacks. */
const FOLDERS = new WeakMap<IConstruct, string>();
const taught = new WeakSet<Node>();

/**
 * Every element of CDKTF notes its own making by `addMetadata("stacktrace", ...)`, in its constructor, and writes the trace of that note into
 * its metadata; only, `constructs` 10.6 takes no trace unless asked for, and CDKTF does not ask. There is no hook at creation, and
 * afterwards (in an Aspect) the line is gone, so the note is caught here, for the apps that want it.
 */
function teach(prototype: Node): void {
  if (taught.has(prototype)) return;
  taught.add(prototype);
  const addMetadata = prototype.addMetadata;
  prototype.addMetadata = function (this: Node, type, data, options) {
    const folder = type === "stacktrace" ? FOLDERS.get(this.root) : undefined;
    const line = folder === undefined ? undefined : lineOfApp(folder);
    addMetadata.call(this, type, data, line === undefined ? options : { ...options, stackTraceOverride: [line] });
  };
}

const LIBRARY = LIBRARY_FOLDER + sep;

/** `../../../main.ts:12:3`, or undefined when all that ran is packages. */
function lineOfApp(folder: string): string | undefined {
  for (const frame of frames()) {
    const [, place = "", line, column] = /(?:\(|at (?:async )?)((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    const file = place.startsWith("file://") ? fileURLToPath(place) : place;
    if (!isAbsolute(file) || /[\\/]node_modules[\\/]/.test(file) || file.startsWith(LIBRARY)) continue;
    return `${relative(folder, file).split(sep).join("/")}:${line}:${column}`;
  }
  return undefined;
}

/** The whole stack: the constructors of a backend nest deeper than the ten frames that are usual. */
function frames(): readonly string[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = limit;
  return stack.split("\n").slice(1);
}
