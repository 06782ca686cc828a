import type { Outcome } from "../../../core/outcome.ts";
import { formatBytes, formatCount } from "../../format.ts";
import { printable } from "../printable.ts";
import type { CodeCount, ExampleObject } from "../report.ts";
import { html, type Markup, sentence } from "./markup.ts";

/** Objects with one outcome, by code: how many, what it means, what to do, and which, for instance. */
export function codesSection(title: string, outcome: Outcome, counts: readonly CodeCount[]): Markup {
  if (counts.length === 0) return html``;
  return html`<section class="long">
    <h2>${title}</h2>
    ${counts.map(
      (count) =>
        html`<article class="code of-${outcome}">
          <header>
            <h3><code>${count.code}</code></h3>
            <span>${objectsOf(count)}</span>
          </header>
          <p>${sentence(count.meaning)}</p>
          <p><b>What to do:</b> ${sentence(count.whatToDo)}</p>
          ${examplesOf(count)}
        </article>`,
    )}
  </section>`;
}

/** Objects of which nothing is to be done, in a table. */
export function remarksSection(title: string, counts: readonly CodeCount[]): Markup {
  if (counts.length === 0) return html``;
  return html`<section class="long">
    <h2>${title}</h2>
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Code</th>
            <th scope="col" class="figure">Objects</th>
            <th scope="col">Meaning, and what to do</th>
          </tr>
        </thead>
        <tbody>
          ${counts.map(
            ({ outcome, code, objects, meaning, whatToDo }) =>
              html`<tr>
                <td>${outcome ?? "any"}</td>
                <td><code>${code}</code></td>
                <td class="figure">${formatCount(objects)}</td>
                <td>${sentence(meaning)} ${sentence(whatToDo)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function examplesOf({ examples, objects }: CodeCount): Markup | undefined {
  if (examples.length === 0) return undefined;
  const more = objects - examples.length;
  return html`<ul>
    ${examples.map(exampleItem)}${more > 0 ? html`<li class="quiet">and ${formatCount(more)} more</li>` : undefined}
  </ul>`;
}

function exampleItem({ key, sizeBytes, detail }: ExampleObject): Markup {
  const why = detail === undefined ? undefined : html`<br /><span class="quiet">${printable(detail)}</span>`;
  return html`<li>
    <bdi class="key">${printable(key)}</bdi> <span class="quiet">${formatBytes(sizeBytes)}</span>${why}
  </li>`;
}

function objectsOf({ objects, sizeBytes }: CodeCount): string {
  const bytes = sizeBytes === undefined ? "" : `, ${formatBytes(sizeBytes)}`;
  return `${formatCount(objects)} object${objects === 1 ? "" : "s"}${bytes}`;
}
