import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BulwarkError } from "../../../model/errors.js";
import type { Deviation, Json, LiftedInput, Resource, ResourceLocation } from "../../../model/resource.js";
import { countConfiguration } from "../count.js";
import { readDeviations } from "../deviations.js";
import { PolicyDocuments } from "../embedded/policy-documents.js";
import { decodeAll } from "../encodings.js";
import { LineCounter } from "../locate.js";
import { callsOfSynth } from "../module-calls.js";
import { type JsonObject, objectOf, own } from "../normal.js";
import { schemaOf } from "../provider-schema.js";
import { sourcesOfSynth } from "../provider-sources.js";
import { blocksOf, providersOfSynth, regionsOf, withImplied } from "../providers.js";
import { locateBlocks } from "./locate.js";
import { SynthValues } from "./values.js";

/**
 * Lifts Terraform JSON configuration: `cdk.tf.json` or a hand-written `*.tf.json`. Expanded resources (count, for_each) stay one resource and
 * modules called from the file are not looked into; both are said in `notes`.
 * @param text the same JSON as text, for line numbers
 * @throws BulwarkError BW_JSON_INVALID when a resource occurs twice
 */
export function liftSynth(path: string, root: JsonObject, text: string): LiftedInput {
  const values = new SynthValues(objectOf(own(root, "locals")));
  const { offsets: places, repeated } = locateBlocks(text);
  if (repeated !== undefined)
    throw new BulwarkError("BW_JSON_INVALID", {
      path,
      ...new LineCounter(text).at(repeated.offset),
      cause: `the key ${JSON.stringify(repeated.key)} occurs twice, and what stands under the first would be lost`,
    });
  const lines = new LineCounter(text);
  const placeOf = (key: string, counter = lines): ResourceLocation => {
    const offset = places.get(key);
    return { file: path, ...(offset === undefined ? { line: 0, column: 0 } : counter.at(offset)) };
  };
  const blockAt = (section: string) => (name: string) => placeOf(`${section}\n${name}`, new LineCounter(text));
  const providers = providersOfSynth(root, values, blockAt("provider"));
  const regions = regionsOf(providers);
  const resources: Resource[] = [];
  const notes: string[] = Object.keys(objectOf(own(root, "module"))).map(
    (name) => `module.${name} is called here, but its resources are not in this file`,
  );
  for (const [section, mode] of [
    ["resource", "managed"],
    ["data", "data"],
  ] as const) {
    const types = objectOf(own(root, section));
    for (const type of Object.keys(types)) {
      const byName = objectOf(types[type]);
      for (const name of Object.keys(byName)) {
        if (name === "//") continue;
        const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
        const source = bodyOf(byName[name]);
        if (source.count !== undefined || source.for_each !== undefined)
          notes.push(`${address} is expanded by ${source.count === undefined ? "for_each" : "count"}: it is judged once`);
        const constructPath = constructPathOf(source);
        const made = sourceOf(source, path);
        const region = regions?.get(calledProvider(source.provider, type));
        resources.push({
          address,
          type,
          name,
          mode,
          values: values.block(source, type, schemaOf(mode, type)) as Resource["values"],
          ...(region === undefined ? {} : { region }),
          ...(constructPath === undefined ? {} : { constructPath }),
          ...(made === undefined ? {} : { source: made }),
          location: placeOf(`${section}\n${type}\n${name}`),
        });
      }
    }
  }
  const documents = new PolicyDocuments();
  documents.add(resources);
  for (const pending of values.pending) documents.settle(pending, true);
  const blocks = [
    ...withImplied(blocksOf(providers), resources, path),
    ...sourcesOfSynth(root, blockAt("terraform")("required_providers")),
    ...callsOfSynth(root, values, blockAt("module")),
  ];
  const decoded = decodeAll(resources);
  notes.push(...decoded.notes);
  return {
    path,
    kind: "synth",
    resources: decoded.resources,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(notes.length === 0 ? {} : { notes }),
    deviations: deviationsOf(root),
    resourcesInInput: countConfiguration(root) - decoded.absent,
  };
}

/** What a resource calls its provider; without a word that is the one its type is named after. */
const calledProvider = (written: Json | undefined, type: string): string =>
  typeof written === "string" ? written : type.slice(0, type.indexOf("_"));

/** Terraform JSON takes a block body as an object or as a list of one. */
const bodyOf = (value: Json | undefined): JsonObject => objectOf(Array.isArray(value) ? (value[0] as Json) : value);

function constructPathOf(source: JsonObject): string | undefined {
  const path = own(own(own(source, "//"), "metadata"), "path");
  return typeof path === "string" ? path : undefined;
}

/**
 * The first frame of the app's own code in a stack trace of the metadata; frames of Node and of packages say nothing about the app. cdktf 0.21
 * has the field but asks `constructs` 10.6 for no trace, so only a stack that was made to carry one does: `carrySources` writes one frame, relative
 * to the folder of the stack.
 */
function sourceOf(source: JsonObject, path: string): ResourceLocation | undefined {
  const trace = own(own(own(source, "//"), "metadata"), "stackTrace");
  for (const frame of Array.isArray(trace) ? trace : []) {
    const match = typeof frame === "string" ? FRAME.exec(frame) : null;
    if (match?.[1] === undefined || /(^|[\\/])node_modules[\\/]|^node:/.test(match[1])) continue;
    return { file: fileOf(match[1], path), line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}

/** `new Fleet (/app/main.ts:12:5)` or `/app/main.ts:12:5`. A space before the bracket ends the name; a path may hold spaces itself. */
const FRAME = /(?:^|\()((?:file:\/\/|\.{0,2}\/|[A-Za-z]:[\\/]|node:)[^()]*):(\d{1,9}):(\d{1,9})\)?$/;

function fileOf(place: string, path: string): string {
  if (place.startsWith(".")) return join(dirname(path), place);
  if (!place.startsWith("file://")) return place;
  try {
    return fileURLToPath(place);
  } catch {
    return place;
  }
}

/** From the stack's own metadata; a plain `*.tf.json` may carry the output only. */
function deviationsOf(root: JsonObject): readonly Deviation[] {
  const bulwark = own(own(root, "//"), "bulwark");
  const fromMetadata = readDeviations(own(bulwark, "deviations"));
  return fromMetadata.length > 0 ? fromMetadata : readDeviations(own(own(objectOf(own(root, "output")), "bulwark_deviations"), "value"));
}
