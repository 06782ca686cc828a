import { expect, test } from "vitest";
import { resultTable } from "../../../bench/report/result-table.ts";

const once = (value: number) => ({ median: value, min: value, max: value });

test("a table names figures, ratio, target and verdict, and what makes them doubtful", () => {
  const table = resultTable("small objects", [
    {
      what: "4 KiB",
      unit: "objects/s",
      ours: { median: 3_000, min: 2_900, max: 3_100 },
      rclone: once(2_500),
      ratio: once(1.2),
      target: { text: "≥ 1.5 × rclone", met: false },
      note: "others took 20 % of the core",
    },
  ]);

  expect(table.split("\n")).toEqual([
    "",
    "small objects",
    "                  oss-ferry            rclone  ratio   target          verdict",
    "4 KiB  objects/s  3,000 (2,900–3,100)  2,500   1.20 ×  ≥ 1.5 × rclone  MISSED",
    "  note on 4 KiB: others took 20 % of the core",
  ]);
});

test("without rclone there is no column for it and no verdict on a ratio", () => {
  const table = resultTable("memory", [{ what: "20 GiB", unit: "MB", ours: once(123.4) }]);

  expect(table).not.toContain("rclone");
  expect(table).toContain("20 GiB  MB  123");
});

test("without any target there is no column for verdicts", () => {
  const table = resultTable("memory", [{ what: "20 GiB", unit: "MB", ours: once(123.4) }]);

  expect(table).not.toMatch(/target|verdict/u);
});
