// Prints a digest of all that a build is made of: the GitHub Action keeps what it built under it. Modules of Node only, as in prepare.mjs.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** What a build makes, and what it does not read. Examples are among what it reads: the command is warmed up with one. */
const OUTSIDE = new Set(["node_modules", "dist", "docs", "test", "bench"]);

const digest = createHash("sha256");
add("");
console.log(digest.digest("hex"));

/** @param {string} folder */
function add(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || (folder === "" && OUTSIDE.has(entry.name))) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) add(path);
    else if (entry.isFile()) digest.update(`${path}\0`).update(createHash("sha256").update(readFileSync(join(ROOT, path))).digest());
  }
}
