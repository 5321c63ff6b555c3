/** The report's style sheet: system fonts, one column, four restrained plot colours, light and dark, 360 px to print. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:#ffffff;--ground:#f6f7f8;--ink:#1a2027;--soft:#57616c;--hair:#e1e5e9;--firm:#c4cbd2;
--accent:#0d5570;--good:#136c43;--good-bg:#e6f3ec;--bad:#a8251b;--bad-bg:#fbeae8;--open:#7a5200;--open-bg:#fbf2dd;--waived:#5b3f8c;--waived-bg:#f0ebf8;--none-bg:#eceff2;
--p1:#1c6a92;--p2:#b4530f;--p3:#5d7d2a;--p4:#7b4a85;--band:#8a94a0}
@media (prefers-color-scheme:dark){:root{
--paper:#161b21;--ground:#0f1317;--ink:#e6eaee;--soft:#9ba7b3;--hair:#29313a;--firm:#414c57;
--accent:#7cc4e0;--good:#74d3a0;--good-bg:#17382a;--bad:#ff9a8f;--bad-bg:#47231f;--open:#ecc26b;--open-bg:#3d3115;--waived:#c9b1f2;--waived-bg:#352c50;--none-bg:#252c34;
--p1:#62b3dc;--p2:#f0a063;--p3:#a9cb6c;--p4:#cf9ddb;--band:#6e7985}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:3.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:400 15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
code,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 32px}
header{padding-top:44px;padding-bottom:6px}
.kicker{margin:0 0 6px;color:var(--soft);font-size:13px;letter-spacing:.02em}
h1{margin:0;font-size:34px;line-height:1.15;font-weight:650;letter-spacing:-.018em}
h2{margin:0 0 4px;font-size:21px;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h3{margin:28px 0 8px;font-size:16px;line-height:1.35;font-weight:650}
.verdict{max-width:62ch;margin:14px 0 0;font-size:18px;line-height:1.5}
.lead{max-width:78ch;margin:0 0 16px;color:var(--soft)}
nav{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--hair);margin-top:22px}
nav ul{max-width:1120px;margin:0 auto;padding:0 32px;display:flex;gap:22px;list-style:none;overflow-x:auto;scrollbar-width:none}
nav a{display:block;padding:11px 0;color:var(--soft);text-decoration:none;white-space:nowrap;font-size:14px}
nav a:hover{color:var(--ink)}
section{margin:0;padding:34px 0 30px;border-bottom:1px solid var(--hair)}
main>section:last-child{border:0}
footer{padding-top:8px;padding-bottom:40px;color:var(--soft);font-size:13px}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:0;margin:26px 0 0;border:1px solid var(--hair);border-radius:10px;background:var(--paper);overflow:hidden}
.tiles div{padding:16px 20px;border-left:1px solid var(--hair)}
.tiles div:first-child{border-left:0}
.tiles dt{color:var(--soft);font-size:13px}
.tiles dd{margin:0}
.tiles .big{font-size:27px;line-height:1.25;font-weight:600;letter-spacing:-.015em;white-space:nowrap}
.tiles .of{color:var(--soft);font-size:17px;font-weight:400}
.tiles .note{color:var(--soft);font-size:13px;line-height:1.4}
.tiles .note.bad{color:var(--bad)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:16px 40px}
.pair h3{margin-top:6px}
ul.said{margin:0;padding:0;list-style:none}
ul.said li{padding:8px 0 8px 26px;border-top:1px solid var(--hair);position:relative}
ul.said li:first-child{border-top:0}
ul.said .sign{position:absolute;left:2px}
.said p{margin:2px 0 0}
.said .held{color:var(--bad);font-weight:600}
.sign.good{color:var(--good)}.sign.bad{color:var(--bad)}.sign.open{color:var(--open)}
.quiet{color:var(--soft);font-size:13px}
table{width:100%;border-collapse:separate;border-spacing:0;overflow:hidden;background:var(--paper);border:1px solid var(--hair);border-radius:10px;font-size:14px;line-height:1.45}
th,td{padding:9px 14px;text-align:left;vertical-align:top;border-top:1px solid var(--hair);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:12.5px;font-weight:500;white-space:nowrap}
tbody th{font-weight:500}
.figures{text-align:right;white-space:nowrap}
.nowrap{white-space:nowrap}
td p,th p{margin:3px 0 0}
.chip{display:inline-flex;align-items:baseline;gap:.4em;padding:1px 9px 1px 7px;border-radius:99px;font-size:12.5px;line-height:1.6;font-weight:500;white-space:nowrap;background:var(--none-bg);color:var(--soft)}
.chip .sign{font-weight:700}
.chip.good{background:var(--good-bg);color:var(--good)}.chip.bad{background:var(--bad-bg);color:var(--bad)}.chip.open{background:var(--open-bg);color:var(--open)}.chip.waived{background:var(--waived-bg);color:var(--waived)}
#results td:nth-child(4){width:32%}
#results td:nth-child(5){width:33%}
table.thirds{table-layout:fixed}
.thirds th:first-child{width:34%}
section>h2+dl{margin-top:12px}
.ids{color:var(--soft);font-size:12.5px}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:3px 16px;margin:0}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;min-width:0}
td dl.facts{gap:2px 10px;font-size:13.5px}
details{margin-top:6px}
summary{cursor:pointer;color:var(--accent);font-size:13.5px}
details.group{margin:10px 0 0}
details.group>summary{padding:6px 0}
details.inputs{margin:-10px 0 12px}
details ul{margin:6px 0 0;padding-left:1.1em}
details li{margin:3px 0}
.plots{display:grid;grid-template-columns:1fr 1fr;gap:16px}
figure{margin:0;padding:16px 18px 10px;background:var(--paper);border:1px solid var(--hair);border-radius:10px;min-width:0}
figure.whole{grid-column:1/-1}
figcaption{line-height:1.45}
figcaption strong{display:block;font-weight:650}
figcaption span{color:var(--soft);font-size:13.5px}
.key{display:flex;flex-wrap:wrap;gap:2px 18px;margin:8px 0 2px;padding:0;list-style:none;color:var(--soft);font-size:13px}
.key li{display:flex;align-items:center;gap:7px}
svg{display:block;max-width:100%;height:auto;overflow:visible}
.key svg{flex:none}
.wide svg,.narrow svg{width:100%}
.narrow{display:none}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--soft);font-variant-numeric:tabular-nums}
svg .row{fill:var(--ink);font-weight:500}
svg .note{fill:var(--soft);font-weight:400}
svg .word{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
svg .missed{fill:var(--bad);font-weight:500}
.grid{stroke:var(--hair)}.axis{stroke:var(--firm)}
.band{fill:var(--band);opacity:.13}
.mark{stroke:var(--ink);stroke-dasharray:2 3;opacity:.55}
.level{stroke:var(--soft);stroke-dasharray:6 4}
.limit{stroke:var(--bad);stroke-width:2.5}
.stroke{fill:none;stroke-width:1.8;stroke-linejoin:round}
.t1{stroke:var(--p1)}.t2{stroke:var(--p2);stroke-dasharray:7 3}.t3{stroke:var(--p3);stroke-dasharray:2 2.5}.t4{stroke:var(--p4);stroke-dasharray:9 3 2 3}
.fill{stroke:none;opacity:.12}.fill.t1{fill:var(--p1)}
.dot{fill:var(--p1);fill-opacity:.8;stroke:var(--paper)}.ring{fill:none;stroke:var(--p2);stroke-width:1.6}
rect.bar{fill:var(--p1);fill-opacity:.55}
.filters{display:none;flex-wrap:wrap;align-items:center;gap:10px 22px;margin:0 0 12px;padding:11px 14px;background:var(--paper);border:1px solid var(--hair);border-radius:10px;font-size:14px}
.js .filters{display:flex}
.filters fieldset{display:flex;flex-wrap:wrap;gap:4px 14px;margin:0;padding:0;border:0}
.filters legend{float:left;margin-right:12px;padding:0;color:var(--soft)}
.filters label{display:inline-flex;align-items:center;gap:5px}
.filters input[type=search]{flex:1 1 190px;min-width:0;padding:6px 10px;border:1px solid var(--firm);border-radius:6px;background:var(--ground);color:var(--ink);font:inherit}
.filters input[type=checkbox]{accent-color:var(--accent);margin:0}
.filters output{color:var(--soft);margin-left:auto}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:10px;background:var(--paper);padding:8px 12px;z-index:3}
@media (max-width:960px){
header,main,footer{padding-left:18px;padding-right:18px}
header{padding-top:28px}
nav ul{padding:0 18px;gap:18px}
h1{font-size:27px}
.verdict{font-size:16.5px}
.tiles{grid-template-columns:1fr 1fr}
.tiles div{padding:13px 15px;border-top:1px solid var(--hair)}
.tiles div:nth-child(odd){border-left:0}
.tiles div:nth-child(-n+2){border-top:0}
.tiles .big{font-size:23px}.tiles .of{font-size:15px}
.pair{grid-template-columns:minmax(0,1fr)}
figure{padding:14px 12px 8px}
.half .wide{display:none}.half .narrow{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}
.thirds th:first-child,#results td:nth-child(n){width:auto}
table{border:0;background:none}
tr{margin:0 0 10px;padding:10px 14px;background:var(--paper);border:1px solid var(--hair);border-radius:10px}
th,td{padding:3px 0;border:0}
td[data-label]{display:grid;grid-template-columns:96px minmax(0,1fr);gap:10px}
td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:13px}
td[data-label]>*{grid-column:2}
td.empty[data-label]{display:none}
td.full[data-label]{display:block}
td.full[data-label]::before{display:block;margin-bottom:2px}
.figures{text-align:left;white-space:normal}
td .chip,td dl,td details{justify-self:start;align-self:start}
td[data-label]{align-content:start}
td dl.facts{grid-template-columns:minmax(0,1fr)}
dl.facts{gap:0 12px}
.filters output{margin-left:0}
}
@media (min-width:600px) and (max-width:960px){tr{display:grid;grid-template-columns:1fr 1fr;gap:0 28px}tbody th,td.full[data-label]{grid-column:1/-1}}
@media (max-width:660px){.plots{grid-template-columns:minmax(0,1fr)}.wide{display:none}.narrow{display:block}.narrow svg{max-width:480px}}
@media (max-width:520px){main dl.facts{grid-template-columns:minmax(0,1fr)}dl.facts dd{margin-bottom:6px}}
@media print{
:root{--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--hair:#ccc;color-scheme:light}
body{font-size:10.5pt}nav,.filters,.skip{display:none!important}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
section{padding:16pt 0}figure,tr,.tiles{break-inside:avoid}h2,h3{break-after:avoid}
thead{display:table-header-group}
.chip{border:1px solid currentColor;background:none!important}
}
`.trim();

/** Shows and hides rows of the results. Without it every row is there and the filters are not. */
export const SCRIPT = `
document.documentElement.classList.add("js");
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("#results tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const count = form.querySelector("output");
  const checked = (name) => new Set([...form.querySelectorAll("input[name=" + name + "]:checked")].map((box) => box.value));
  const apply = () => {
    const verdicts = checked("verdict");
    const severities = checked("severity");
    const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = verdicts.has(row.dataset.verdict) && row.dataset.severity.split(" ").some((severity) => severities.has(severity)) && words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) shown++;
    }
    count.value = shown + " of " + rows.length + " rows shown" + (shown < rows.length ? "; tick a verdict to list more" : "");
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
`.trim();
