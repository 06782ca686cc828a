import { OUTCOMES } from "../../core/outcome.ts";
import { formatBytes, formatCount } from "../format.ts";
import { describeBase, factsOf } from "./report-facts.ts";
import { printable, shortened } from "./printable.ts";
import { type CodeCount, codesOf, type Report } from "./report.ts";

/** A report for a terminal or a mail: plain lines, the verdict first. */
export function describeReport(report: Report): string {
  const { verdict, tally, jobId } = report;
  const sum = OUTCOMES.map((outcome) => `${formatCount(tally.outcomes[outcome])} ${outcome}`).join(" + ");
  const without = report.codes.filter(({ outcome }) => outcome === undefined);
  const lines = [
    `Report of the job ${jobId}`,
    "",
    verdict.sentence,
    ...report.damage.map((line) => `  ${line}`),
    ...(report.damageCount > report.damage.length
      ? [`  and ${formatCount(report.damageCount - report.damage.length)} more`]
      : []),
    "",
    ...factsOf(report).map(({ name, value }) => `${name.padEnd(13)} ${value}`),
    "",
    `${formatCount(tally.listed)} listed = ${sum}`,
    `${formatBytes(tally.listedBytes)} listed, ${formatBytes(tally.copiedBytes)} copied and verified`,
    ...section("Failed", codesOf(report, "failed"), { advised: true }),
    ...section("Kept as the destination has it", codesOf(report, "kept"), { advised: true }),
    ...section("Vanished", codesOf(report, "vanished"), { advised: true }),
    ...section("Copied and skipped, with a remark", codesOf(report, "copied", "skipped"), { advised: false }),
    ...section("By code, whatever the outcome", without, { advised: true }),
    ...(report.bases.length === 0
      ? []
      : ["", "Based on", ...report.bases.map((link) => `  ${describeBase(link)}`)]),
    "",
    `One line for each object: ${report.ledgers}`,
  ];
  return `${lines.join("\n")}\n`;
}

function section(
  title: string,
  counts: readonly CodeCount[],
  { advised }: { readonly advised: boolean },
): readonly string[] {
  if (counts.length === 0) return [];
  return [
    "",
    title,
    ...counts.flatMap(({ code, objects, meaning, whatToDo, examples }) => [
      `  ${formatCount(objects).padStart(9)}  ${code}: ${meaning}`,
      ...(advised ? [`${INDENT}What to do: ${whatToDo}`] : []),
      ...(advised ? examples.map((example) => `${INDENT}- ${exampleLine(example)}`) : []),
      ...(advised && examples.length > 0 && objects > examples.length
        ? [`${INDENT}  and ${formatCount(objects - examples.length)} more`]
        : []),
    ]),
  ];
}

const INDENT = " ".repeat(13);
/** Longer keys are shortened in the middle; csv, jsonl, json and html have them whole. */
const LONGEST_KEY = 120;

function exampleLine({ key, sizeBytes, detail }: CodeCount["examples"][number]): string {
  const why = detail === undefined ? "" : `: ${printable(detail)}`;
  return `${shortened(printable(key), LONGEST_KEY)} (${formatBytes(sizeBytes)})${why}`;
}
