import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KNOWN_PARAMETERS } from "../../core/ossimport/convert-job.ts";

test("the OssImport guide answers each parameter that the converter knows, and no other", () => {
  const [, tables = ""] = readFileSync("docs/ossimport.md", "utf8").split("\n## job.cfg\n");
  const rows = tables.split("\n").filter((line) => line.startsWith("| `"));

  const answered = rows.flatMap((row) => row.split("|")[1]?.match(/(?<=`)[\w()/]+(?=`)/gu) ?? []);

  expect(new Set(answered)).toEqual(new Set(KNOWN_PARAMETERS));
});
