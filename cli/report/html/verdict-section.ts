import { formatCount } from "../../format.ts";
import { printable } from "../printable.ts";
import type { Report } from "../report.ts";
import { html, Markup } from "./markup.ts";

const TICK = new Markup('<path d="M4 14.5 11 21 24 7"/>');
const WARNING = new Markup('<path d="M14 4 26 24H2Z"/><path d="M14 11.5v6M14 20.6v.1"/>');
const HALF = new Markup('<circle cx="14" cy="14" r="10.5"/><path d="M14 8v6l4 3"/>');
const SIGNS: Readonly<Record<Report["verdict"]["kind"], Markup>> = {
  clean: TICK,
  failures: WARNING,
  damaged: WARNING,
  partial: HALF,
};

/** What is to be made of the job, before everything else, and what was found damaged. */
export function verdictSection({ verdict, damage, damageCount }: Report): Markup {
  const more = damageCount - damage.length;
  const list =
    damageCount === 0
      ? undefined
      : html`<ul>
          ${damage.map((line) => html`<li>${printable(line)}</li>`)}${more > 0 ? html`<li>and ${formatCount(more)} more</li>` : undefined}
        </ul>`;
  return html`<section class="verdict ${verdict.kind}">
    <svg viewBox="0 0 28 28" aria-hidden="true">${SIGNS[verdict.kind]}</svg>
    <div>
      <p>${verdict.sentence}</p>
      ${list}
    </div>
  </section>`;
}
