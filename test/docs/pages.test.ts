import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT } from "../../core/exit-codes.ts";
import { EVENT_NAMES } from "../../core/log.ts";
import { RECORD_ADVICE } from "../../core/record-advice.ts";
import { RECORD_CODES, type RecordCode } from "../../core/record-codes.ts";

const pages = [
  "README.md",
  ...readdirSync("docs")
    .map((name) => join("docs", name))
    .filter((name) => name.endsWith(".md")),
];

describe("the docs", () => {
  test.each(pages)("%s links only to files that exist", (page) => {
    const text = readFileSync(page, "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/gu)].map(
      ([, target]) => target ?? "",
    );

    const broken = links.filter((target) => !existsSync(join(dirname(page), target)));

    expect(broken).toEqual([]);
  });

  test("the runbook has a heading for every exit code and every code of a record", () => {
    const headings = new Set(
      [...readFileSync("docs/runbook.md", "utf8").matchAll(/^### (.+)$/gmu)].map(([, name]) => name),
    );

    const missing = [
      ...Object.keys(RECORD_CODES),
      ...Object.values(EXIT).map((code) => `Exit ${code}`),
    ].filter((name) => !headings.has(name));

    expect(missing).toEqual([]);
  });

  test("the runbook says of every code what it means and what to do, in the words of a report", () => {
    const sections = readFileSync("docs/runbook.md", "utf8").split(/^### /mu);

    const different = (Object.keys(RECORD_CODES) as RecordCode[]).filter(
      (code) =>
        !sections.some((text) => text.startsWith(`${code}\n\n${RECORD_CODES[code]} ${RECORD_ADVICE[code]}`)),
    );

    expect(different).toEqual([]);
  });

  test("docs/events.md lists exactly the events that are logged", () => {
    const listed = [...readFileSync("docs/events.md", "utf8").matchAll(/^\| `([a-z.-]+)` /gmu)].map(
      ([, name]) => name,
    );

    expect(listed).toEqual([...EVENT_NAMES]);
  });
});
