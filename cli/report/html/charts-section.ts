import { BYTES_PER_MBIT, formatBytes, formatCount, formatDuration, formatMbit } from "../../format.ts";
import type { Report } from "../report.ts";
import type { SizeClass } from "../size-histogram.ts";
import type { Throughput, ThroughputPoint } from "../throughput.ts";
import { formatTime } from "../times.ts";
import { areaChart, barChart } from "./charts.ts";
import { html, type Markup } from "./markup.ts";
import { formatPowerOfTwo } from "./scales.ts";

/** How fast it was and how large the objects are; the figures of each chart are in a table behind it. */
export function chartsSection({ throughput, sizes }: Report): Markup {
  const charts = [
    ...throughputCharts(throughput),
    ...(sizes === undefined || sizes.length === 0 ? [] : sizeCharts(sizes)),
  ];
  return charts.length === 0 ? html`` : html`<div class="charts">${charts}</div>`;
}

function throughputCharts(throughput: Throughput): readonly Markup[] {
  const { points, widthMs, untimedPartitions } = throughput;
  if (points.length === 0) return [];
  const untimed =
    untimedPartitions === 0
      ? undefined
      : ` Without ${formatCount(untimedPartitions)} partitions whose completion markers do not say when.`;
  const how = `Each step is ${formatDuration(widthMs)}; a partition counts evenly over the time it was worked on.`;
  const rateOf = (total: number): number => total / (widthMs / 1000);
  const chart = (
    title: string,
    valueOf: (point: ThroughputPoint) => number,
    formatRate: (perSecond: number) => string,
    formatTick: (perSecond: number) => string,
  ): Markup => {
    const rates = points.map((point) => ({ fromMs: point.fromMs, value: rateOf(valueOf(point)) }));
    const peak = Math.max(...rates.map(({ value }) => value));
    const mean = rates.reduce((sum, { value }) => sum + value, 0) / rates.length;
    const figures = `${formatRate(mean)} on average, ${formatRate(peak)} at the peak, from ${formatTime(points[0]?.fromMs ?? 0)}`;
    return html`<section>
      <h2>${title}</h2>
      <p class="quiet">${figures}</p>
      ${areaChart(rates, widthMs, { description: `${title}: ${figures}`, formatValue: formatTick })}
      <details>
        <summary>Figures</summary>
        <p class="quiet">${how}${untimed}</p>
        ${table(
          ["From", "Rate"],
          rates.map(({ fromMs, value }) => [formatTime(fromMs), formatRate(value)]),
        )}
      </details>
    </section>`;
  };
  return [
    chart(
      "Mbit/s copied",
      ({ copiedBytes }) => copiedBytes,
      formatMbit,
      (each) => figure(each / BYTES_PER_MBIT),
    ),
    chart(
      "Objects per second",
      ({ objects }) => objects,
      (each) => `${figure(each)}/s`,
      figure,
    ),
  ];
}

function sizeCharts(sizes: readonly SizeClass[]): readonly Markup[] {
  const chart = (
    title: string,
    unit: string,
    valueOf: (each: SizeClass) => number,
    format: (value: number) => string,
  ): Markup => {
    const total = sizes.reduce((sum, each) => sum + valueOf(each), 0);
    const bars = sizes.map((each) => ({
      label: formatPowerOfTwo(each.fromBytes),
      value: valueOf(each),
      hint: `${rangeOf(each)}: ${format(valueOf(each))}${unit}`,
    }));
    const figures = `${format(total)}${unit}, by powers of two`;
    return html`<section>
      <h2>${title}</h2>
      <p class="quiet">${figures}</p>
      ${barChart(bars, { description: `${title}: ${figures}`, formatValue: format })}
      <details>
        <summary>Figures</summary>
        ${table(
          ["Size", "Objects", "Bytes"],
          sizes.map((each) => [rangeOf(each), formatCount(each.objects), formatBytes(each.bytes)]),
        )}
      </details>
    </section>`;
  };
  return [
    chart("Objects by size", " objects", ({ objects }) => objects, formatCount),
    chart("Bytes by size of the object", "", ({ bytes }) => bytes, formatBytes),
  ];
}

function rangeOf({ fromBytes, belowBytes }: SizeClass): string {
  return fromBytes === 0
    ? "empty"
    : `${formatPowerOfTwo(fromBytes)} to below ${formatPowerOfTwo(belowBytes)}`;
}

/** To three digits: `1,230`, `0.0123`. */
function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

/** The first column is a name, the others are figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const cell = (tag: "th" | "td", text: string, index: number): Markup => {
    const kind = index === 0 ? "name" : "figure";
    return tag === "th"
      ? html`<th scope="col" class="${kind}">${text}</th>`
      : html`<td class="${kind}">${text}</td>`;
  };
  return html`<div class="tables">
    <table>
      <thead>
        <tr>
          ${head.map((text, index) => cell("th", text, index))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((text, index) => cell("td", text, index))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
