import type { Line } from "../scenarios/scenario.ts";
import { formatNumber, formatSummary, formatTable } from "./format.ts";

/** The lines of one scenario as a table under its title. */
export function resultTable(title: string, lines: readonly Line[]): string {
  const comparesWithRclone = lines.some((line) => line.rclone !== undefined);
  const hasTargets = lines.some((line) => line.target !== undefined);
  const header = [
    "",
    "",
    "oss-ferry",
    ...(comparesWithRclone ? ["rclone", "ratio"] : []),
    ...(hasTargets ? ["target", "verdict"] : []),
  ];
  const rows = lines.map((line) => [
    line.what,
    line.unit,
    formatSummary(line.ours),
    ...(comparesWithRclone
      ? [
          line.rclone === undefined ? "" : formatSummary(line.rclone),
          line.ratio === undefined ? "" : `${formatNumber(line.ratio.median)} ×`,
        ]
      : []),
    ...(hasTargets ? [line.target?.text ?? "", verdictOf(line)] : []),
  ]);
  const notes = new Set(
    lines.flatMap((line) => (line.note === undefined ? [] : [`  note on ${line.what}: ${line.note}`])),
  );
  return [`\n${title}`, formatTable([header, ...rows]), ...notes].join("\n");
}

function verdictOf(line: Line): string {
  if (line.target === undefined) return "";
  return line.target.met ? "met" : "MISSED";
}
