import { html, type Markup } from "./markup.ts";
import { timeTicks, valueTicks } from "./scales.ts";

/** One bar of a chart. */
export interface Bar {
  /** Under its left edge; not every one is shown where there are many. */
  readonly label: string;
  readonly value: number;
  /** Shown to whoever points at it. */
  readonly hint: string;
}

interface Frame {
  /** What it shows, for those who cannot see it; the figures are in a table beside it. */
  readonly description: string;
  readonly formatValue: (value: number) => string;
}

const WIDTH = 480;
const HEIGHT = 210;
const LEFT = 70;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
const MOST_LABELS = 6;
/** What is there at all can be seen. */
const LEAST_HEIGHT = 1.5;

/** Bars side by side, drawn as one SVG. */
export function barChart(bars: readonly Bar[], frame: Frame): Markup {
  const axis = valueAxis(Math.max(0, ...bars.map(({ value }) => value)), frame);
  const slot = PLOT_WIDTH / Math.max(bars.length, MOST_LABELS);
  const labelEvery = Math.ceil(bars.length / MOST_LABELS);
  return svg(frame, [
    axis.lines,
    ...bars.map(({ label, value, hint }, index) => {
      const height = value > 0 ? Math.max(LEAST_HEIGHT, PLOT_HEIGHT - axis.y(value) + TOP) : 0;
      const x = LEFT + index * slot;
      return html`<rect
          class="bar"
          x="${round(x + 1)}"
          y="${round(TOP + PLOT_HEIGHT - height)}"
          width="${round(Math.max(1, slot - 2))}"
          height="${round(height)}"
          ><title>${hint}</title></rect
        >${
          index % labelEvery === 0
            ? html`<text class="tick" x="${round(x + 1)}" y="${HEIGHT - 8}">${label}</text>`
            : undefined
        }`;
    }),
  ]);
}

/** A rate over time as an area of steps, each `widthMs` wide, drawn as one SVG. */
export function areaChart(
  points: readonly { readonly fromMs: number; readonly value: number }[],
  widthMs: number,
  frame: Frame,
): Markup {
  const fromMs = points[0]?.fromMs ?? 0;
  const untilMs = (points.at(-1)?.fromMs ?? 0) + widthMs;
  const axis = valueAxis(Math.max(0, ...points.map(({ value }) => value)), frame);
  const x = (ms: number): number => round(LEFT + ((ms - fromMs) / (untilMs - fromMs)) * PLOT_WIDTH);
  const steps = points.map((point) => `V${round(axis.y(point.value))}H${x(point.fromMs + widthMs)}`).join("");
  const floor = TOP + PLOT_HEIGHT;
  return svg(frame, [
    axis.lines,
    html`<path class="area" d="M${LEFT} ${floor}${steps}V${floor}Z" />`,
    ...timeTicks(fromMs, untilMs).map(
      ({ atMs, label }) =>
        html`<line class="mark" x1="${x(atMs)}" x2="${x(atMs)}" y1="${floor}" y2="${floor + 4}" /><text
            class="tick"
            text-anchor="${anchorAt(x(atMs))}"
            x="${x(atMs)}"
            y="${HEIGHT - 8}"
            >${label}</text
          >`,
    ),
  ]);
}

/** Shares of a whole as one bar, each in the colour of its class. */
export function shareBar(
  shares: readonly { readonly name: string; readonly value: number; readonly hint: string }[],
  description: string,
): Markup {
  const whole = shares.reduce((sum, { value }) => sum + value, 0);
  const shown = shares.filter(({ value }) => value > 0);
  // However small a share is, it can be seen; the others make room for it.
  const widths = shown.map(({ value }) => Math.max(SHARE_WIDTH * (value / whole), LEAST_SHARE));
  const scale = SHARE_WIDTH / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  return html`<svg
    class="shares"
    role="img"
    aria-label="${description}"
    viewBox="0 0 ${SHARE_WIDTH} 20"
    preserveAspectRatio="none"
  >
    ${shown.map(({ name, hint }, index) => {
      const width = (widths[index] ?? 0) * scale;
      const rect = html`<rect class="${name}" x="${round(x)}" y="0" width="${round(width)}" height="20"
        ><title>${hint}</title></rect
      >`;
      x += width;
      return rect;
    })}
  </svg>`;
}

const SHARE_WIDTH = 1_000;
const LEAST_SHARE = 6;

function valueAxis(
  highest: number,
  { formatValue }: Frame,
): { readonly y: (value: number) => number; readonly lines: Markup } {
  const ticks = valueTicks(highest);
  const end = ticks.at(-1) ?? 1;
  const y = (value: number): number => TOP + PLOT_HEIGHT * (1 - value / end);
  const lines = ticks.map(
    (tick) =>
      html`<line
          class="grid"
          x1="${LEFT}"
          x2="${WIDTH - RIGHT}"
          y1="${round(y(tick))}"
          y2="${round(y(tick))}"
        /><text class="tick" text-anchor="end" x="${LEFT - 8}" y="${round(y(tick) + 4)}"
          >${formatValue(tick)}</text
        >`,
  );
  return { y, lines: html`${lines}` };
}

function svg({ description }: Frame, contents: readonly Markup[]): Markup {
  return html`<svg class="chart" role="img" aria-label="${description}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    ${contents}
  </svg>`;
}

function anchorAt(x: number): string {
  return x > WIDTH - 40 ? "end" : x < LEFT + 20 ? "start" : "middle";
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
