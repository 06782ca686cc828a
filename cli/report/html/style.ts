/** The look of the page: by day, by night, on a phone and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f3f5f8; --card: #ffffff; --text: #17202c; --quiet: #566273; --line: #d8dee7; --soft: #eef1f5;
  --link: #1d5fbf; --copied: #23845c; --skipped: #7d8899; --kept: #b9770a; --vanished: #7557c2; --failed: #c5352b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10141a; --card: #181e26; --text: #e5eaf1; --quiet: #9ba7b7; --line: #2d3743; --soft: #202833;
    --link: #82b4ff; --copied: #45b585; --skipped: #74808f; --kept: #e0a63a; --vanished: #a68df0; --failed: #f2736a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 1040px; margin: 0 auto; padding: 32px 20px 48px; }
h1 { font-size: 30px; line-height: 1.2; margin: 4px 0 10px; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 0 0 12px; }
h3 { font-size: 15px; margin: 0; }
p { margin: 0 0 10px; }
section > p:last-child { margin-bottom: 0; }
code, .key, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.88em; }
.eyebrow { color: var(--quiet); font-size: 13px; letter-spacing: 0.06em; text-transform: uppercase; margin: 0; }
.route { color: var(--quiet); margin: 0 0 20px; overflow-wrap: anywhere; }
.route b { color: var(--text); font-weight: 600; }
.quiet { color: var(--quiet); font-size: 14px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px 22px; margin: 0 0 18px; }
.verdict { display: flex; gap: 14px; align-items: flex-start; border-left: 6px solid var(--tone); }
.verdict svg { flex: none; width: 28px; height: 28px; fill: none; stroke: var(--tone); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.verdict p { font-size: 19px; font-weight: 600; margin: 0; }
.verdict ul { margin: 8px 0 0; padding-left: 20px; overflow-wrap: anywhere; }
.clean { --tone: var(--copied); } .failures, .damaged { --tone: var(--failed); } .partial { --tone: var(--kept); }
.totals { display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px; margin: 0 0 14px; padding: 0; }
.totals div { border-top: 4px solid var(--tone); background: var(--soft); border-radius: 6px; padding: 8px 12px; }
.totals dt { color: var(--quiet); font-size: 14px; }
.totals dt::before { content: attr(data-sign); color: var(--quiet); margin-right: 5px; }
.totals dt[data-sign=""]::before { content: none; }
.totals dd { margin: 0; font-size: 22px; font-weight: 650; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.totals .listed { --tone: var(--text); } .totals .copied { --tone: var(--copied); } .totals .skipped { --tone: var(--skipped); }
.totals .kept { --tone: var(--kept); } .totals .vanished { --tone: var(--vanished); } .totals .failed { --tone: var(--failed); }
.shares { display: block; width: 100%; height: 20px; border-radius: 5px; margin: 0 0 12px; background: var(--soft); }
.shares .copied { fill: var(--copied); } .shares .skipped { fill: var(--skipped); } .shares .kept { fill: var(--kept); }
.shares .vanished { fill: var(--vanished); } .shares .failed { fill: var(--failed); }
.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px; margin: 0 0 18px; }
.charts section { margin: 0; padding: 18px 18px 14px; }
.charts h2 { font-size: 16px; margin: 0 0 2px; }
.chart { display: block; width: 100%; height: auto; margin: 6px 0 4px; }
.chart .grid { stroke: var(--line); stroke-width: 1; } .chart .mark { stroke: var(--quiet); stroke-width: 1; }
.chart .tick { fill: var(--quiet); font-size: 12px; } .chart .bar { fill: var(--link); }
.chart .area { fill: var(--link); fill-opacity: 0.3; stroke: var(--link); stroke-width: 1.5; stroke-linejoin: round; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th { text-align: left; color: var(--quiet); font-weight: 600; }
th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th.figure, td.figure { text-align: right; white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
.time { white-space: nowrap; }
summary { cursor: pointer; color: var(--link); font-size: 14px; }
details > *:not(summary) { margin-top: 8px; }
.tables { max-height: 320px; overflow: auto; }
.code { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; padding: 12px 16px; margin: 0 0 12px; break-inside: avoid; }
.code:last-child { margin-bottom: 0; }
.code header { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; margin: 0 0 6px; }
.code header span { color: var(--quiet); font-size: 14px; }
.code p { margin: 0 0 6px; }
.code ul { margin: 8px 0 0; padding: 8px 0 0; border-top: 1px solid var(--line); list-style: none; font-size: 14px; }
.code li { margin: 0 0 4px; overflow-wrap: anywhere; }
.of-failed { --tone: var(--failed); } .of-kept { --tone: var(--kept); } .of-vanished { --tone: var(--vanished); } .of-any { --tone: var(--skipped); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 6px 22px; margin: 0; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: 6px; padding: 12px 14px; overflow-x: auto; }
footer { color: var(--quiet); font-size: 14px; }
footer p { overflow-wrap: anywhere; }
@media screen and (max-width: 760px) {
  main { padding: 20px 12px 32px; }
  h1 { font-size: 24px; }
  section { padding: 16px; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  .totals { grid-template-columns: repeat(2, 1fr); }
  .chart .tick { font-size: 15px; }
  .stacked thead { display: none; }
  .stacked tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .stacked tr:last-child { border-bottom: 0; }
  .stacked td, .stacked td.figure { display: inline-block; border: 0; padding: 0 10px 0 0; text-align: left; }
  .stacked td:last-child { display: block; padding: 4px 0 0; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 8px; }
}
@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb; --soft: #f4f4f4;
    --link: #1d5fbf; --copied: #23845c; --skipped: #7d8899; --kept: #b9770a; --vanished: #7557c2; --failed: #c5352b;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  section { break-inside: avoid; border-radius: 0; }
  section.long { break-inside: auto; }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .charts details { display: none; }
  .totals { grid-template-columns: repeat(6, 1fr); }
  @page { margin: 14mm; }
}
`;
