import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawReport } from "../../cli/report/draw-report.ts";
import { openReport } from "../../cli/report/open-report.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { MigrationWorld } from "../support/migration-world.ts";
import { forever } from "../support/protocol-world.ts";

test("docs/report.md has every field of `report --format json`, and none that there is not", async () => {
  const page = readFileSync("docs/report.md", "utf8");
  const world = new MigrationWorld();
  await world.write("a", "text");
  await world.run("full");
  const control = new MemoryControl(world.control);
  const settings = { OSS_FERRY_JOB_ID: "full", OSS_FERRY_CONTROL_BUCKET: "control" };
  const options = { withObjects: true, examples: 1, reportedAtMs: 0, signal: forever };
  const { parts, collector } = await openReport(control, settings, options);
  let text = "";
  const request = { format: "json", isWanted: () => true } as const;
  for await (const chunk of drawReport(request, parts, collector)) text += chunk;

  const table = page.slice(page.indexOf("## JSON\n"), page.indexOf("## JSONL and CSV"));
  const listed = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+) /gmu)].flatMap(([, cell]) =>
    (cell ?? "").split(", ").map((word) => word.replaceAll("`", "")),
  );
  expect(new Set(listed)).toEqual(new Set(Object.keys(JSON.parse(text) as object)));
});
