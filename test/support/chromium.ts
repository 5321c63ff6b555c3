import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { reportAbsent } from "./absent-tools.js";

/** Path of a Chromium: CHROMIUM_PATH, or one of the usual names on the PATH. Absent, says so through the reporter. */
export function findChromium(what: string): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = ["chromium", "chromium-browser", "google-chrome"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...candidates].find((path) => existsSync(path)) ?? reportAbsent("chromium", what);
}

/** A headless browser that asks the network for nothing by itself. */
export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
