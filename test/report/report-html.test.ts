import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakable, escapeHtml, html } from "../../report/html/markup.js";
import { SCRIPT, STYLE } from "../../report/html/style.js";
import { reportHtml } from "../../report/report-html.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";
import { sampleReport } from "./support/sample-report.js";
import { sampleRun } from "./support/sample-run.js";

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script></style>'\`\${0}\u202eevil\u0000\u001b[31m`;

/** What a browser would fetch, run or be styled by: everything in the page that is not text. */
function tagsOf(page: string): string[] {
  return [...page.matchAll(/<([a-z!/][^>]*)>/gi)].map(([, tag = ""]) => tag);
}

function hostileReport() {
  const run = sampleRun();
  const results = sampleCheck().results.map((result) => ({
    ...result,
    title: HOSTILE,
    address: HOSTILE,
    constructPath: HOSTILE,
    detail: HOSTILE,
    expected: HOSTILE,
    actual: HOSTILE,
    reason: HOSTILE,
    rule: HOSTILE,
    fix: { terraform: HOSTILE, construct: HOSTILE },
    location: { file: HOSTILE, line: 1, column: 1 },
    obligations: [HOSTILE, "OBL-IAM-8"],
  }));
  return sampleReport({
    subject: HOSTILE,
    inputs: [{ path: HOSTILE, kind: "synth", sha256: "0".repeat(64), bytes: 1 }],
    check: { ...reportOf(results), inputs: [{ path: HOSTILE, kind: "synth", resources: { inInput: 1, lifted: 1 } }] },
    run: {
      ...run,
      scenario: HOSTILE,
      attacks: run.attacks.map((truth) => ({
        ...truth,
        attack: HOSTILE,
        thing: HOSTILE,
        source: HOSTILE,
        detectedBy: HOSTILE,
        techniques: [HOSTILE],
      })),
      rollouts: run.rollouts.map((rollout) => ({
        ...rollout,
        id: HOSTILE,
        release: HOSTILE,
        tampered: HOSTILE,
        abortReason: HOSTILE,
        reasonCodes: { [HOSTILE]: 1 },
      })),
      thresholds: run.thresholds.map((threshold) => ({ ...threshold, metric: HOSTILE, expression: HOSTILE })),
      proofs: run.proofs.map((proof) => ({ ...proof, title: HOSTILE, measured: HOSTILE, sim: HOSTILE })),
      metrics: { ...run.metrics, [HOSTILE]: { type: "counter", unit: HOSTILE, value: 1 } },
      fleet: { ...run.fleet, profiles: { [HOSTILE]: 1 } },
      notShown: [HOSTILE],
    },
  });
}

describe("the report page", () => {
  test("never lets text of an input become markup", () => {
    const clean = reportHtml(sampleReport());
    const hostile = reportHtml(hostileReport());
    const names = (page: string) => [...new Set(tagsOf(page).map((tag) => tag.split(/[\s/]/).find((part) => part !== "") ?? ""))].sort();
    expect(names(hostile)).toEqual(names(clean));
    expect(hostile).not.toContain("<img");
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile.match(/<\/style>/g)).toHaveLength(1);
    // Inside a tag, an attribute value must not have been closed by a quote of the input.
    expect(tagsOf(hostile).filter((tag) => /onerror/.test(tag.replace(/="[^"]*"/g, "")))).toEqual([]);
    expect(hostile).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e]/);
    expect(hostile).toContain("\\u202eevil\\u0000\\u001b[31m");
  });

  test("loads nothing: no address in any attribute, style or script, and a policy that forbids it", () => {
    const page = reportHtml(sampleReport());
    const loading = tagsOf(page).filter(
      (tag) => /\s(src|srcset|href|xlink:href|action|poster|data|background|style)=/.test(tag) && !/\shref="#[\w-]+"/.test(tag),
    );
    expect(loading).toEqual([]);
    expect(tagsOf(page).filter((tag) => /^(link|iframe|object|embed|base|img|video|audio)\b/.test(tag))).toEqual([]);
    expect(STYLE).not.toMatch(/url\(|@import|https?:/);
    expect(SCRIPT).not.toMatch(/fetch|XMLHttp|import|https?:|innerHTML|eval/);
    expect(page).toContain("default-src &#39;none&#39;");
  });

  test("its content security policy allows exactly the style and the script that are in it", () => {
    const page = reportHtml(sampleReport());
    for (const element of ["style", "script"]) {
      const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? "";
      const hash = createHash("sha256").update(content).digest("base64");
      expect(page).toContain(escapeHtml(`${element}-src 'sha256-${hash}'`));
    }
  });

  test("every plot has a name and a description, every table a caption and headers", () => {
    const page = reportHtml(sampleReport());
    const plots = [...page.matchAll(/<svg [^>]*role="img"[^>]*>(?:<title>[^<]+<\/title><desc>[^<]+<\/desc>)?/g)].map(([text]) => text);
    expect(plots.length).toBeGreaterThanOrEqual(12);
    expect(plots.filter((plot) => !plot.includes("<desc>"))).toEqual([]);
    const tables = page.split("<table").slice(1);
    expect(tables.filter((table) => !/^[^>]*><caption[^>]*>[^<]+<\/caption><thead/.test(table))).toEqual([]);
  });

  test("says in words what colours say", () => {
    const page = reportHtml(sampleReport());
    const chips = [...page.matchAll(/<span class="chip \w+"><span class="sign" aria-hidden="true">[^<]+<\/span>([^<]*)<\/span>/g)].map(
      ([, word]) => word,
    );
    expect(chips.length).toBeGreaterThan(50);
    expect(chips).not.toContain("");
  });

  test("shows failures before passes, and what was missed first", () => {
    const page = reportHtml(sampleReport());
    const results = page.slice(page.indexOf('id="results"'), page.indexOf('id="obligations"'));
    const order = [...results.matchAll(/data-verdict="([a-z-]+)"/g)].map(([, verdict]) => verdict);
    expect(order.slice(0, 4)).toEqual(["fail", "unknown", "waived", "pass"]);
    const thresholds = page.slice(page.indexOf('id="thresholds"'), page.indexOf('id="rehearsal"'));
    expect(thresholds.indexOf("missed")).toBeLessThan(thresholds.indexOf(">met<"));
  });

  test("stands without a run and without a check, and says that nothing was shown", () => {
    const page = reportHtml(sampleReport({ run: null, check: null, inputs: [] }));
    expect(page).toContain("Nothing was checked and nothing was rehearsed.");
    expect(page).not.toContain('id="rehearsal"');
    expect(page).not.toContain('id="results"');
  });

  test("marks an interrupted run and one that cannot be trusted", () => {
    const trust = { ok: false, reasons: ["The event loop was late by 900 ms."], eventLoopP99Ms: 900, cpuShare: 1 };
    const page = reportHtml(sampleReport({ run: { ...sampleRun(), state: "interrupted", trust } }));
    expect(page).toContain("the rehearsal was interrupted");
    expect(page).toContain("its figures prove nothing");
  });

  test("never calls anything compliant", () => {
    expect(reportHtml(sampleReport())).not.toMatch(/\bcompliant\b/i);
  });
});

describe("markup", () => {
  test("escapes any text so that parsing it back gives the text", () => {
    const back = (text: string) =>
      text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "&", "<", ">", '"', "'", " ", ";", "#", "é", "界") }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(back(escaped)).toBe(text);
      }),
    );
  });

  test("leaves out null and false, joins lists, keeps markup", () => {
    expect(html`<p>${null}${false}${undefined}${["a<", html`<b>${"c&"}</b>`, 0]}</p>`.text).toBe("<p>a&lt;<b>c&amp;</b>0</p>");
  });

  test("breaks addresses only after their separators", () => {
    expect(breakable('module.a["x.<y>"].aws_s3_bucket.b[0]').text).toBe(
      "module.<wbr>a[&quot;x.<wbr>&lt;y&gt;&quot;].<wbr>aws_<wbr>s3_<wbr>bucket.<wbr>b[0]",
    );
  });
});
