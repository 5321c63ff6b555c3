import { blocksOf, type HclBlock, type HclComment, lineEndsIn } from "../lift/hcl/blocks.js";
import type { Suppression } from "./waiver-import.js";

type Found = Omit<Suppression, "address" | "file" | "line"> & { readonly address?: string; readonly at: number };

/**
 * `# checkov:skip=CKV_AWS_18:reason`, several ids with commas between them. Source: www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html;
 * `bridgecrew:` is its older name. Behind a comma and a space only what looks like an id of Checkov's is one, else it is the reason without its colon.
 */
const CHECKOV = /(?:checkov|bridgecrew):skip=\s*([A-Za-z0-9_]+(?:,[A-Za-z0-9_]+|\s*,\s*(?:CKV|BC)\w+)*)(?::([^\n]*))?/g;
/** `#trivy:ignore:AVD-AWS-0086:exp:2027-01-02`, several on a line; `tfsec:` is its older name. Source: trivy.dev/latest/docs/configuration/filtering/ */
const TRIVY = /(?:trivy|tfsec):ignore:([A-Za-z0-9_*-]+)(?:\[[^\]\n]*\])?((?::[a-z]+:[^:\s]+)*)/g;
/** `# kics-scan disable=ID,ID` holds for the file; `ignore`, `ignore-block` and `ignore-line` for every check. Source: docs.kics.io/latest/running-kics/ */
const KICS = /kics-scan\s+(?:disable=([A-Za-z0-9,-]+)|(ignore(?:-block|-line)?))/g;

const EVERY_CHECK = "suppresses every check: name the ones that are meant";

/** The suppressing comments of a Terraform file, each at the address of the block it stands in, or above for the tools that read that. */
export function skipComments(file: string, text: string): readonly Suppression[] {
  return addressedBlocks(text).flatMap(({ address, above, comments }) =>
    comments.flatMap((comment) => [
      ...checkovIn(comment.text).map((found) => placed(found, address, file, comment)),
      ...[...trivyIn(comment.text), ...kicsIn(comment.text)].map((found) => placed(found, above ?? address, file, comment)),
    ]),
  );
}

function placed({ at, ...found }: Found, address: string, file: string, comment: HclComment): Suppression {
  return { address, ...found, file, line: comment.line + lineEndsIn(comment.text.slice(0, at)) };
}

function checkovIn(text: string): readonly Found[] {
  return [...text.matchAll(CHECKOV)].flatMap((match): readonly Found[] => {
    const reason = (match[2] ?? "").replace(/\*\/\s*$/, "").trim();
    const ids = (match[1] ?? "").split(",").map((id) => id.trim());
    return ids.map((id): Found => ({ tool: "checkov", id, ...(reason === "" ? {} : { reason }), at: match.index }));
  });
}

function trivyIn(text: string): readonly Found[] {
  return [...text.matchAll(TRIVY)].map((match): Found => {
    const expires = /:exp:(\d{4}-\d{2}-\d{2})/.exec(match[2] ?? "")?.[1];
    const workspace = /:ws:([^:\s]+)/.exec(match[2] ?? "")?.[1];
    const id = match[1] ?? "";
    const notes = [...(id.includes("*") ? [EVERY_CHECK] : []), ...(workspace === undefined ? [] : [`only in workspace ${workspace}`])];
    return {
      tool: "trivy",
      id,
      ...(expires === undefined ? {} : { expires }),
      ...(notes.length === 0 ? {} : { note: notes.join("; ") }),
      at: match.index,
    };
  });
}

function kicsIn(text: string): readonly Found[] {
  return [...text.matchAll(KICS)].flatMap((match): readonly Found[] => {
    const [, ids, everything = ""] = match;
    if (ids === undefined) return [{ tool: "kics", id: everything, note: EVERY_CHECK, at: match.index }];
    return ids
      .split(",")
      .filter((id) => id !== "")
      .map((id): Found => ({ tool: "kics", id, address: "*", at: match.index }));
  });
}

interface Block extends HclBlock {
  /** Empty outside of resources, data sources and module calls. */
  readonly address: string;
  /** For comments outside of every block: the block that begins on the line after them. Checkov reads only what stands inside. */
  readonly above?: string;
}

function addressedBlocks(text: string): readonly Block[] {
  const blocks = blocksOf(text).map((block): Block => ({ ...block, address: addressOf(block) }));
  return blocks.map((block, index) => (block.address === "" ? aboveNext(block, blocks, index) : block));
}

/** Comments in a row stand above what follows the last of them. */
function aboveNext(block: Block, blocks: readonly Block[], index: number): Block {
  let { line } = block;
  for (const next of blocks.slice(index + 1)) {
    if (next.line > line + 1) return block;
    if (next.address !== "") return { ...block, above: next.address };
    line = next.line;
  }
  return block;
}

/** Expanded resources are suppressed with all their instances. */
function addressOf({ labels: [kind, first, second], expanded }: HclBlock): string {
  const key = expanded ? "[*]" : "";
  if (kind === "resource" && first !== undefined && second !== undefined) return `${first}.${second}${key}`;
  if (kind === "data" && first !== undefined && second !== undefined) return `data.${first}.${second}${key}`;
  if (kind === "module" && first !== undefined) return `module.${first}${expanded ? "[*]" : ""}.*`;
  return "";
}
