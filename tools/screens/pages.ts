import { marked } from "marked";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const page = (style: string, body: string): string => `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 14px/1.5 "Liberation Sans", Arial, sans-serif; }
main { box-sizing: border-box; width: 980px; padding: 18px 22px; overflow: hidden; }
pre, code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }
pre { margin: 0; font-size: 12.5px; line-height: 1.42; }
.cut { opacity: 0.55; font-style: italic; }
${style}</style><main>${body}</main>`;

const DARK = "main { background: #16181d; color: #d6d9de; }";
const prompt = (command: string): string => `<b style="color:#7fb2ff">$</b> ${escaped(command)}\n`;

/** A terminal: what was printed, cut in the middle, between two rules, so that it begins and ends as it does on a screen. */
export function terminalPage(command: string, output: string): string {
  const lines = output.trimEnd().split("\n");
  const head = lines.lastIndexOf("", HEAD_AT_MOST) + 1;
  const shown = [
    ...lines.slice(0, head).map(coloured),
    cut(`${lines.length - head - TAIL} more lines`),
    ...lines.slice(-TAIL).map(coloured),
  ];
  return page(DARK, `<pre>${prompt(command)}\n${shown.join("\n")}</pre>`);
}

const HEAD_AT_MOST = 46;
const TAIL = 4;
const cut = (what: string): string => `<span class="cut">    ... ${what} ...</span>`;

/** SGR codes that the views use, as what they switch on. Source: ECMA-48, 8.3.117, https://ecma-international.org/publications-and-standards/standards/ecma-48/ */
const SGR: Readonly<Record<string, string>> = {
  ...{ 1: "font-weight:bold;color:#fff", 2: "color:#8b919c" },
  ...{ 31: "color:#ff7b72", 32: "color:#7ee08a", 33: "color:#f0c060", 36: "color:#6cd0e8" },
};

function coloured(line: string): string {
  let open = 0;
  const html = escaped(line).replace(/\u001b\[(\d+)m/g, (_, code: string) => {
    const style = SGR[code];
    if (style !== undefined) {
      open += 1;
      return `<span style="${style}">`;
    }
    if (open === 0) return "";
    open -= 1;
    return "</span>";
  });
  return html + "</span>".repeat(open);
}

/** The comment as a pull request shows it, from its top; what GitHub folds is open as far as the comment says so. */
export async function commentPage(markdown: string): Promise<string> {
  const style = `
main { background: #fff; color: #1f2328; height: 1000px; padding: 16px; }
.comment { border: 1px solid #d0d7de; border-radius: 6px; height: 1200px; overflow: hidden; }
.by { background: #f6f8fa; border-bottom: 1px solid #d0d7de; padding: 8px 16px; color: #59636e; }
.by b { color: #1f2328; }
.body { padding: 4px 16px; }
h2 { border-bottom: 1px solid #d0d7de; padding-bottom: 6px; margin: 14px 0; font-size: 21px; }
h4 { margin: 16px 0 8px; font-size: 14px; }
p, ul, summary { margin: 8px 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid #d0d7de; padding: 5px 13px; }
code { background: #eff1f3; border-radius: 6px; padding: 2px 5px; font-size: 12px; }`;
  const body = await marked.parse(markdown, { gfm: true });
  return page(style, `<div class="comment"><div class="by"><b>github-actions</b> commented</div><div class="body">${body}</div></div>`);
}

/** JSON as an editor shows it: the tool, then the first result of a rule, with the numbers of their lines. */
export function jsonPage(command: string, json: string, rule: string): string {
  const lines = json.trimEnd().split("\n");
  const result = lines.findIndex((line) => line.includes(`"ruleId": "${rule}"`)) - 1;
  const indent = (lines[result] ?? "").search(/\S/);
  const end = lines.findIndex((line, at) => at > result && line.startsWith(`${" ".repeat(indent)}}`));
  const rows = (from: number, to: number): string =>
    lines
      .slice(from, to)
      .map((line, at) => `<i>${from + at + 1}</i><pre>${tokens(line)}</pre>`)
      .join("");
  const style = `${DARK}
.lines { display: grid; grid-template-columns: 48px 1fr; column-gap: 16px; }
.lines pre { white-space: pre-wrap; overflow-wrap: anywhere; }
i { color: #5d6470; font: 12.5px/1.42 "DejaVu Sans Mono", monospace; text-align: right; }`;
  const between = `<i></i><pre>${cut(`the rules; ${lines.length} lines in all`)}</pre>`;
  return page(style, `<pre>${prompt(command)}\n</pre><div class="lines">${rows(0, 10)}${between}${rows(result, end + 1)}</div>`);
}

const tokens = (line: string): string =>
  escaped(line).replace(/("(?:[^"\\]|\\.)*")(: )?|\b(true|false|null|\d+(?:\.\d+)?)\b/g, (all, text?: string, colon?: string) =>
    text === undefined
      ? `<span style="color:#f0c060">${all}</span>`
      : `<span style="color:${colon === undefined ? "#a5d6a7" : "#7fb2ff"}">${text}</span>${colon ?? ""}`,
  );
