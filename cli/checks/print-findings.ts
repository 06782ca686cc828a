import type { NamedFinding } from "./finding.ts";

/** One line for each finding, and one below it for what to do where something is to be done. */
export function findingLines(findings: readonly NamedFinding[]): readonly string[] {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const indent = " ".repeat(width + 8);
  return findings.flatMap(({ verdict, name, says, todo }) => [
    `${verdict}  ${name.padEnd(width)}  ${says}`,
    ...(todo === undefined || verdict === "pass" ? [] : [`${indent}→ ${todo}`]),
  ]);
}

/** A finding as JSON tells it. */
export function findingJson({ name, verdict, says, todo }: NamedFinding): Readonly<Record<string, string>> {
  return { name, verdict, says, ...(todo === undefined ? {} : { todo }) };
}
