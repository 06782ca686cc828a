import type { Estimate, EstimateInput } from "../core/estimate/estimate.ts";
import type { PilotMeasurement } from "./measure-pilot.ts";
import { formatBytes, formatCount, formatDuration } from "./format.ts";

/** What was reckoned with, beside the numbers. */
export interface EstimateContext {
  readonly input: EstimateInput;
  readonly region: string | undefined;
  readonly pilot: PilotMeasurement | undefined;
}

/** Objects of the pilot and of the migration may differ by this much before its pace says little. */
const COMPARABLE = 4;

/** An estimate for people: fleet, time, what is in the way, requests, and what it costs. */
export function describeEstimate(estimate: Estimate, context: EstimateContext): string {
  return [
    ...what(context),
    ...fleet(estimate, context),
    ...time(estimate, context.input),
    ...limits(estimate),
    ...requests(estimate),
    ...costs(estimate, context.input.prices.currency),
  ].join("\n");
}

function what({ input, region, pilot }: EstimateContext): readonly string[] {
  const { volumeBytes, objects } = input;
  const size = objects === undefined ? undefined : volumeBytes / objects;
  const counted =
    size === undefined ? "" : ` in ${formatCount(objects ?? 0)} objects of ${formatBytes(size)}`;
  const lines = [
    row("Volume", `${formatBytes(volumeBytes)}${counted}${region === undefined ? "" : ` to ${region}`}`),
  ];
  if (pilot === undefined) return lines;
  lines.push(
    row(
      "Pilot",
      `${pilot.jobId}: ${pilot.mbitPerInstance.toFixed(1)} Mbit/s per instance, ` +
        `${pilot.instances} instances, objects of ${formatBytes(pilot.objectBytes)}`,
    ),
  );
  if (size !== undefined && Math.max(size / pilot.objectBytes, pilot.objectBytes / size) > COMPARABLE) {
    lines.push(
      row(
        "",
        "its objects are of another size than these, so that its pace says little; pick another sample",
      ),
    );
  }
  return lines;
}

function fleet(
  { fleet, instances, usefulInstances }: Estimate,
  { input }: EstimateContext,
): readonly string[] {
  const { days, volumeBytes, mbitPerInstance, workers } = input;
  const lines: string[] = [];
  if (fleet !== undefined) {
    const formula = `ceil(${volumeBytes / 1e12} TB / ${days} days / (${round(mbitPerInstance)} Mbit/s / 100))`;
    lines.push(
      `${fleet.formula} = ${formula}; ${fleet.exact.toFixed(1)} at full use, ${fleet.atEightyPercent.toFixed(1)} at 80 %`,
    );
  }
  if (workers !== undefined) lines.push(`${instances} as configured; below is reckoned with them`);
  if (usefulInstances < instances) {
    lines.push(`more than ${usefulInstances} gain nothing until the limit that binds is raised`);
  }
  return lines.map((line, index) => row(index === 0 ? "Instances" : "", line));
}

function time(
  { durationMs, instances, mbit, objectsPerSecond, inTime }: Estimate,
  { days }: EstimateInput,
): readonly string[] {
  const pace = objectsPerSecond === undefined ? "" : ` and ${formatCount(objectsPerSecond)} objects/s`;
  const late = inTime === false ? `; not within ${days} days` : "";
  return [
    row("Time", `${formatDuration(durationMs)} with ${instances} instances, at ${gbit(mbit)}${pace}${late}`),
  ];
}

function limits({ limits, requests }: Estimate): readonly string[] {
  const lines = limits.map(
    ({ name, because, mbit, binds }) =>
      `${gbit(mbit).padStart(13)}  ${name}: ${because}${binds ? "  ← binds" : ""}`,
  );
  if (requests === undefined)
    lines.push("requests are not reckoned with: say how many objects there are, --objects");
  return lines.map((line, index) => row(index === 0 ? "Limits" : "", line));
}

function requests({ requests }: Estimate): readonly string[] {
  if (requests === undefined) return [];
  const { sourceGets, sourceLists, ossPuts } = requests;
  const lists = `${formatCount(sourceLists)} LIST`;
  return [
    row("Requests", `source ${formatCount(sourceGets)} GET and ${lists}; OSS ${formatCount(ossPuts)} PUT`),
    row(
      "",
      `for each 1,000 objects: ${perThousand(sourceGets, sourceLists)} GET, 1 LIST, ${perThousand(ossPuts, sourceLists)} PUT`,
    ),
  ];
}

/** A LIST answers 1,000 objects. */
function perThousand(all: number, lists: number): string {
  return formatCount(all / lists);
}

function costs({ costs, total }: Estimate, currency: string | undefined): readonly string[] {
  const money = (amount: number): string =>
    `${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}${currency === undefined ? "" : ` ${currency}`}`;
  const lines = costs.map(({ what, quantity, unit, setting, price, amount }) => {
    const counted = `${what}: ${quantity.toLocaleString("en-US", { maximumFractionDigits: 1 })} ${unit}`;
    return price === undefined || amount === undefined
      ? `${counted}; no price: set ${setting}`
      : `${counted} at ${price} = ${money(amount)}`;
  });
  if (total !== undefined) lines.push(`together ${money(total)}`);
  return lines.map((line, index) => row(index === 0 ? "Cost" : "", line));
}

function row(label: string, text: string): string {
  return `${label.padEnd(10)} ${text}`;
}

function gbit(mbit: number): string {
  return mbit < 1000 ? `${round(mbit)} Mbit/s` : `${(mbit / 1000).toFixed(2)} Gbit/s`;
}

function round(mbit: number): number {
  return Math.round(mbit * 10) / 10;
}
