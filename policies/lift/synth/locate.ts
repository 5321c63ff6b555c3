export interface Blocks {
  /** Offset by `section\ntype\nname`, and of providers and calls of modules by `provider\nname` and `module\nname`, in text order. */
  readonly offsets: ReadonlyMap<string, number>;
  /** The first key that stands twice in one object of the upper three levels: JSON.parse keeps only the last and drops the other's resources. */
  readonly repeated?: { readonly key: string; readonly offset: number };
}

/**
 * Where the resource and data blocks of Terraform JSON configuration begin. One pass that tracks depth and keys only down to the third level; below, strings and brackets are skipped. The text has already been parsed, so it is valid JSON.
 */
export function locateBlocks(text: string): Blocks {
  const found = new Map<string, number>();
  const seen = new Set<string>();
  let repeated: Blocks["repeated"];
  const keys: string[] = [];
  let depth = 0;
  let expectKey = false;
  // Arrays open a level without keys; only object levels count as path.
  const isArray: boolean[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = stringEnd(text, at);
      if (expectKey && depth <= 3 && !isArray[depth - 1]) {
        const key = readKey(text, at, end);
        keys[depth - 1] = key;
        const path = keys.slice(0, depth).join("\n");
        // Two comments are no loss.
        if (seen.has(path) && key !== "//") repeated ??= { key, offset: at };
        seen.add(path);
        if (depth === 2 && (keys[0] === "provider" || keys[0] === "module")) found.set(path, at);
        if (depth === 3 && (keys[0] === "resource" || keys[0] === "data")) found.set(`${keys[0]}\n${keys[1]}\n${key}`, at);
        expectKey = false;
      }
      at = end;
    } else if (code === 123) {
      isArray[depth] = false;
      depth += 1;
      expectKey = true;
    } else if (code === 91) {
      isArray[depth] = true;
      depth += 1;
      expectKey = false;
    } else if (code === 125 || code === 93) {
      depth -= 1;
      expectKey = false;
    } else if (code === 44) expectKey = depth > 0 && !isArray[depth - 1];
  }
  return { offsets: found, ...(repeated === undefined ? {} : { repeated }) };
}

/** Offset of the closing quote. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function readKey(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end + 1)) as string) : raw;
}
