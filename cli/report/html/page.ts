import { codesOf, type Report } from "../report.ts";
import { describeWork, factsOf, placesOf } from "../report-facts.ts";
import { formatTime } from "../times.ts";
import { html, Markup } from "./markup.ts";
import { basesSection } from "./bases-section.ts";
import { chartsSection } from "./charts-section.ts";
import { codesSection, remarksSection } from "./codes-section.ts";
import { STYLE } from "./style.ts";
import { totalsSection } from "./totals-section.ts";
import { verdictSection } from "./verdict-section.ts";

/**
 * The report as one HTML page to hand over: nothing is loaded from anywhere, nothing runs, and the page forbids both
 * itself, so that no name of an object can do anything.
 */
export function reportPage(report: Report): string {
  const { from, to } = placesOf(report);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${report.jobId}: migration report</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <p class="eyebrow">Migration report</p>
            <h1>${report.jobId}</h1>
            <p class="route">
              ${capitalised(describeWork(report.spec.work))}: from <b>${from}</b> to <b>${to}</b>
            </p>
          </header>
          ${verdictSection(report)} ${totalsSection(report)}
          ${codesSection("Failed", "failed", codesOf(report, "failed"))} ${chartsSection(report)}
          ${codesSection("Kept as the destination has it", "kept", codesOf(report, "kept"))}
          ${codesSection("Vanished", "vanished", codesOf(report, "vanished"))}
          ${remarksSection("Copied and skipped, with a remark", codesOf(report, "copied", "skipped"))}
          ${remarksSection("By code, whatever the outcome", withoutOutcome(report))} ${proofSection(report)}
          ${basesSection(report)}
          <footer>
            <p>
              One line for each object lies in <span class="key">${report.ledgers}</span>;
              <code>oss-ferry report --format jsonl</code> gives them all.
            </p>
            <p>
              Made by <code>oss-ferry report</code> from the control bucket on
              ${formatTime(report.reportedAtMs)}. All times are UTC.
            </p>
          </footer>
        </main>
      </body>
    </html> `;
  return page.html;
}

function proofSection(report: Report): Markup {
  return html`<section>
    <h2>The job and its proof</h2>
    <dl class="facts">
      ${factsOf(report).map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <details>
      <summary>All settings of the job</summary>
      <pre>${JSON.stringify(report.spec, undefined, 2)}</pre>
    </details>
  </section>`;
}

function withoutOutcome({ codes }: Report): Report["codes"] {
  return codes.filter(({ outcome }) => outcome === undefined);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
