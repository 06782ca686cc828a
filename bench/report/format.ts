import type { Summary } from "../measure/statistics.ts";

/** `1,234`, `12.3` or `0.123`: three significant digits, and no fewer than the integer part has. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `2.10 (1.98–2.31)`: the median, and the extremes where there is more than one value. */
export function formatSummary({ median, min, max }: Summary): string {
  const text = formatNumber(median);
  return min === max ? text : `${text} (${formatNumber(min)}–${formatNumber(max)})`;
}

/** The cells as lines of text, every column as wide as its widest cell. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
