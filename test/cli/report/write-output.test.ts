import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeToFile } from "../../../cli/report/write-output.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "oss-ferry-report-"));
});

afterEach(() => rm(directory, { recursive: true }));

async function* chunks(...texts: readonly (string | Error)[]): AsyncGenerator<string> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

it("replaces the file once all is written, and leaves nothing else behind", async () => {
  const file = join(directory, "report.csv");
  await writeFile(file, "before");
  await writeToFile(chunks("one, ", "two"), file, "nonce");
  expect(await readFile(file, "utf8")).toBe("one, two");
  expect(await readdir(directory)).toEqual(["report.csv"]);
});

it("leaves the old file as it was when what is to be written ends in the middle", async () => {
  const file = join(directory, "report.csv");
  await writeFile(file, "before");
  await expect(writeToFile(chunks("half", new Error("lost")), file, "nonce")).rejects.toThrow("lost");
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readdir(directory)).toEqual(["report.csv"]);
});

it("refuses a place that cannot be written, and names it", async () => {
  await mkdir(join(directory, "taken"));
  for (const file of [join(directory, "nowhere", "x.csv"), join(directory, "taken")]) {
    const written = writeToFile(chunks("x"), file, "nonce");
    await expect(written).rejects.toMatchObject({ code: "USAGE" });
    await expect(written).rejects.toThrow(file);
  }
});
