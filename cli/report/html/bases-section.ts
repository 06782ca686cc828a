import { formatBytes, formatCount } from "../../format.ts";
import type { BaseLink } from "../read-base-chain.ts";
import type { Report } from "../report.ts";
import { formatTime } from "../times.ts";
import { html, type Markup } from "./markup.ts";

/** The jobs that this one is based on, nearest first. */
export function basesSection({ bases }: Report): Markup {
  if (bases.length === 0) return html``;
  return html`<section class="long">
    <h2>Based on</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">Kind</th>
            <th scope="col">T1</th>
            <th scope="col">Completed</th>
            <th scope="col" class="figure">Listed</th>
            <th scope="col" class="figure">Copied</th>
            <th scope="col" class="figure">Failed</th>
          </tr>
        </thead>
        <tbody>
          ${bases.map(baseRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function baseRow(link: BaseLink): Markup {
  if ("problem" in link) {
    return html`<tr>
      <td><code>${link.jobId}</code></td>
      <td colspan="6">cannot be read: ${link.problem}</td>
    </tr>`;
  }
  const { jobId, kind, startedAtSourceMs, completedAtMs, tally } = link;
  const figure = (text: string | undefined): Markup => html`<td class="figure">${text ?? "–"}</td>`;
  return html`<tr>
    <td><code>${jobId}</code></td>
    <td>${kind}</td>
    <td class="time">${formatTime(startedAtSourceMs)}</td>
    <td class="time">${completedAtMs === undefined ? "–" : formatTime(completedAtMs)}</td>
    ${figure(tally && formatCount(tally.listed))}${figure(tally && `${formatCount(tally.outcomes.copied)} (${formatBytes(tally.copiedBytes)})`)}${figure(tally && formatCount(tally.outcomes.failed))}
  </tr>`;
}
