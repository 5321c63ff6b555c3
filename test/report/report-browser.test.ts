import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckReport, CheckResult } from "../../model/finding.js";
import { reportHtml } from "../../report/report-html.js";
import { findChromium, launchChromium } from "../support/chromium.js";
import { sampleReport } from "./support/sample-report.js";

const executable = findChromium("the report page in a browser");

describe.runIf(executable !== undefined)("the report page in a browser", () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "bulwark-report-"));
    writeFileSync(join(folder, "report.html"), reportHtml(sampleReport()));
    address = pathToFileURL(join(folder, "report.html")).href;
    if (executable !== undefined) browser = await launchChromium(executable);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (settings: { width: number; dark?: boolean; script?: boolean; address?: string }) => {
    const context = await browser.newContext({
      viewport: { width: settings.width, height: 900 },
      colorScheme: settings.dark === true ? "dark" : "light",
      javaScriptEnabled: settings.script !== false,
    });
    const page = await context.newPage();
    const asked: string[] = [];
    const problems: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(settings.address ?? address);
    return { page, asked, problems };
  };

  test("asks for nothing but itself and runs without a complaint", async () => {
    const { page, asked, problems } = await open({ width: 1280 });
    expect(asked).toEqual([address]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each([360, 390, 768, 961, 1280])(
    "fits %d pixels with everything unfolded, light and dark, without scrolling sideways",
    async (width) => {
      for (const dark of [false, true]) {
        const { page } = await open({ width, dark });
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        expect(overflow).toBe(0);
        await page.context().close();
      }
    },
  );

  test("its text stands out from its ground by 4.5 to 1 or more, light and dark (WCAG 1.4.3)", async () => {
    for (const dark of [false, true]) {
      const { page } = await open({ width: 1280, dark });
      expect(await page.evaluate(FAINT_TEXT)).toEqual([]);
      await page.context().close();
    }
  });

  test("the results open on what wants attention; the filters widen and narrow them by verdict, severity and words", async () => {
    const { page } = await open({ width: 1280 });
    expect(await shownRules(page)).toEqual(["s3-encrypted-with-own-key", "kms-rotation", "log-retention"]);
    await page.check("input[name=verdict][value=pass]");
    expect((await shownRules(page)).length).toBeGreaterThan(3);
    await page.uncheck("input[name=verdict][value=pass]");
    expect(await shownRules(page)).toEqual(["s3-encrypted-with-own-key", "kms-rotation", "log-retention"]);
    await page.uncheck("input[name=severity][value=high]");
    expect(await shownRules(page)).toEqual(["kms-rotation", "log-retention"]);
    await page.fill("input[name=text]", "KEY rotate");
    expect(await shownRules(page)).toEqual(["kms-rotation"]);
    expect(await page.textContent("#filters output")).toBe("1 of 12 rows shown; tick a verdict to list more");
    await page.context().close();
  });

  test("what leaves several rules without an answer is one row, which the filters find by the severity of each", async () => {
    const report = sampleReport();
    const check = report.check as CheckReport;
    const opaque = {
      ...(check.results.find(({ verdict }) => verdict === "unknown") as CheckResult),
      address: "aws_iam_role_policy.ingest",
      actual: "policy is not known before apply",
      reason: "it cannot be read",
    };
    const results = [
      { ...opaque, rule: "iam-policy-decrypt-narrow", severity: "medium", fingerprint: "1" },
      { ...opaque, rule: "iam-policy-no-admin", severity: "critical", fingerprint: "2" },
    ] as const;
    const file = join(folder, "unknown.html");
    writeFileSync(file, reportHtml({ ...report, check: { ...check, results } }));
    const { page } = await open({ width: 360, address: pathToFileURL(file).href });
    const row = page.locator("#results tbody tr");
    expect(await row.count()).toBe(1);
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBe(0);
    expect(await row.textContent()).toMatch(/2 rules without an answer.*critical.*iam-policy-no-admin.*medium.*iam-policy-decrypt-narrow/s);
    await page.uncheck("input[name=severity][value=critical]");
    expect(await row.isVisible()).toBe(true);
    await page.uncheck("input[name=severity][value=medium]");
    expect(await row.isVisible()).toBe(false);
    await page.context().close();
  });

  test("without scripts every result is there and the filters are not", async () => {
    const { page } = await open({ width: 1280, script: false });
    expect(await page.locator("#results tbody tr").filter({ visible: true }).count()).toBe(12);
    expect(await page.isVisible("#filters")).toBe(false);
    await page.context().close();
  });

  test("what lies behind a link or a summary can be reached with the keyboard", async () => {
    const { page } = await open({ width: 1280 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.hash")).toBe("#shown");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.context().close();
  });
});

const shownRules = (page: Page): Promise<string[]> =>
  page.locator("#results tbody tr").filter({ visible: true }).locator("th code").allTextContents();

/** Elements with text of their own whose contrast against the nearest opaque ground is below 4.5 (or 3 from 24 px on). */
const FAINT_TEXT = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (!own || element.closest("svg") || element.matches("script, style")) continue;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(channels(style.color)), luminance(groundOf(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) faint.add(element.tagName + "." + element.className + " " + ratio.toFixed(2));
  }
  return [...faint];
})()`;
