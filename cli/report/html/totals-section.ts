import { type Outcome, OUTCOMES } from "../../../core/outcome.ts";
import { formatBytes, formatCount } from "../../format.ts";
import type { Report } from "../report.ts";
import { shareBar } from "./charts.ts";
import { html, type Markup } from "./markup.ts";

/** The sum that every total keeps to, as figures and as one bar. */
export function totalsSection({ tally }: Report): Markup {
  const { listed, outcomes } = tally;
  const tile = (name: string, count: number, sign: string): Markup =>
    html`<div class="${name}">
      <dt data-sign="${sign}">${name}</dt>
      <dd>${formatCount(count)}</dd>
    </div>`;
  const share = (outcome: Outcome): { name: string; value: number; hint: string } => ({
    name: outcome,
    value: outcomes[outcome],
    hint: `${formatCount(outcomes[outcome])} ${outcome}`,
  });
  const shares = OUTCOMES.map((outcome) => share(outcome));
  return html`<section>
    <h2>What became of every object</h2>
    <dl class="totals">
      ${tile("listed", listed, "")}${OUTCOMES.map((outcome, index) => tile(outcome, outcomes[outcome], index === 0 ? "=" : "+"))}
    </dl>
    ${listed === 0 ? undefined : shareBar(shares, `Of ${formatCount(listed)} objects: ${shares.map(({ hint }) => hint).join(", ")}`)}
    <p class="quiet">
      ${formatBytes(tally.listedBytes)} listed, ${formatBytes(tally.copiedBytes)} copied and verified. The sum
      holds in every completion marker and in this total.
    </p>
  </section>`;
}
