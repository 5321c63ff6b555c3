import { createHash } from "node:crypto";
import type { Report } from "../model/report.js";
import { checkSection } from "./html/check.js";
import { environmentSection, inputSection } from "./html/closing.js";
import { shownSection, thresholdSection, tiles, verdictSentence } from "./html/headline.js";
import { html, type Markup, trusted } from "./html/markup.js";
import { notProvenSection, obligationSection, regimeSection } from "./html/obligations.js";
import { attackSection, rehearsalSection } from "./html/rehearsal.js";
import { SCRIPT, STYLE } from "./html/style.js";

/**
 * The report as one file that asks nothing of a network: style and script are inline, plots are SVG, and its content security policy allows
 * exactly that style and that script by hash, so text from an input could not load or run anything even if it were not escaped.
 */
export function reportHtml(report: Report): string {
  const sections: readonly (readonly [id: string, name: string, body: Markup | null])[] = [
    ["shown", "Shown", shownSection(report)],
    ["thresholds", "Thresholds", thresholdSection(report)],
    ["rehearsal", "Rehearsal", rehearsalSection(report)],
    ["attacks", "Attacks", attackSection(report)],
    ["results", "Check", checkSection(report)],
    ["obligations", "Obligations", obligationSection(report)],
    ["provisions", "Laws", regimeSection(report)],
    ["open", "Not proven", notProvenSection(report)],
    ["inputs", "Inputs", inputSection(report)],
    ["environment", "Environment", environmentSection(report)],
  ];
  const present = sections.filter(([, , body]) => body !== null);
  const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const date = report.generatedAt.replace("T", " ").replace(/(:\d\d)(\.\d+)?Z$/, "$1 UTC");
  const interrupted = report.run?.state === "interrupted" ? " · the rehearsal was interrupted" : "";
  return `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${report.subject}: evidence report</title><style>${trusted(STYLE)}</style></head>
<body><a class="skip" href="#main">To the results</a>
<header><p class="kicker">Evidence report · ${date}${interrupted}</p><h1>${report.subject}</h1><p class="verdict">${verdictSentence(report)}</p>${tiles(report)}</header>
<nav aria-label="Sections"><ul>${present.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${present.map(([, , body]) => html`${body}\n`)}</main>
<footer><p>Made by Bulwark ${report.bulwark.version}. It reports what was shown, objective by objective; what follows in law is for a person to decide.</p></footer>
<script>${trusted(SCRIPT)}</script></body></html>`.text
  }\n`;
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
