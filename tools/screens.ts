import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pc from "picocolors";
import { version } from "../cli/version.js";
import { checkPaths } from "../policies/index.js";
import { checkPretty } from "../report/check-pretty.js";
import { checkMarkdown } from "../report/markdown.js";
import { checkSarif } from "../report/sarif.js";
import { findChromium, launchChromium } from "../test/support/chromium.js";
import { commentPage, jsonPage, terminalPage } from "./screens/pages.js";

/**
 * Takes the pictures of docs/screens: one check of examples/insecure in a terminal, as the comment on a pull request, and as SARIF. They differ
 * from machine to machine by its fonts, so CI does not take them. Needs Chromium (CHROMIUM_PATH, or on the PATH).
 * Usage: npm run screens
 */
const INPUT = "examples/insecure/plan.json";
const FOLDER = "docs/screens";
/** The day that tests of examples/insecure judge by. */
const DAY = "2026-11-25";
/** Pixels of the page; at twice the density a picture would be over 200 kB. */
const VIEW = { width: 980, height: 900 };

process.chdir(resolve(import.meta.dirname, ".."));
const executable = findChromium("the pictures are not taken");
if (executable === undefined) {
  console.error("no chromium; set CHROMIUM_PATH");
  process.exitCode = 2;
} else await takeAll(executable);

async function takeAll(path: string): Promise<void> {
  const { report, rules } = await checkPaths([INPUT], { asOf: DAY });
  const context = { rules, version: version(), root: process.cwd(), at: `${DAY}T00:00:00Z` };
  const command = `npx bulwark check ${INPUT}`;
  const pages = {
    pretty: terminalPage(command, checkPretty(report, { width: 112, paint: pc.createColors(true) })),
    markdown: await commentPage(checkMarkdown(report, context)),
    sarif: jsonPage(`${command} --format sarif`, checkSarif(report, context), "iot-policy-connect-bound"),
  };
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchChromium(path);
  try {
    const page = await browser.newPage({ viewport: VIEW, colorScheme: "light" });
    for (const [name, html] of Object.entries(pages)) {
      await page.setContent(html);
      const picture = await page.locator("main").screenshot();
      writeFileSync(join(FOLDER, `${name}.png`), picture);
      console.log(`${FOLDER}/${name}.png: ${Math.round(picture.length / 1000)} kB`);
    }
  } finally {
    await browser.close();
  }
}
