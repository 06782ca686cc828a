import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFilter } from "../../../core/merge/filter.ts";
import type { ListedObject } from "../../../core/object.ts";
import { objectFilterSchema, type ObjectFilter } from "../../../core/protocol/job-work.ts";
import { jobRules } from "../../../worker/job-rules.ts";
import { planOf, planRow } from "../../../worker/record-rows.ts";
import { anyStoredKey } from "../../support/any-keys.ts";
import { anyRow, anyVersion, COPIED, VERSIONS } from "../../support/any-rows.ts";
import { specOf } from "../../support/protocol-world.ts";

const { v1 } = VERSIONS;

const verdict = (
  filter: Partial<ObjectFilter>,
  object: Partial<ListedObject> = {},
  srcPrefix = "",
): string | undefined => compileFilter(objectFilterSchema.parse(filter), srcPrefix)({ ...v1, ...object });

describe("compileFilter", () => {
  it("lets everything pass that nothing is asked of", () => {
    fc.assert(
      fc.property(anyVersion, anyStoredKey, (object, key) => {
        expect(verdict({}, { ...object, key })).toBeUndefined();
      }),
    );
  });

  it.for<readonly [Partial<ObjectFilter>, string, string | undefined]>([
    [{ include: ["a/**"] }, "a/b/c", undefined],
    [{ include: ["a/**"] }, "b/a/c", "FILTERED_KEY"],
    [{ include: ["*.jpg", "*.png"] }, "x.png", undefined],
    [{ include: ["*.jpg"] }, "a/x.jpg", "FILTERED_KEY"],
    [{ include: ["**/*.jpg"] }, "a/b/x.jpg", undefined],
    [{ exclude: ["tmp/**"] }, "tmp/x", "FILTERED_KEY"],
    [{ exclude: ["tmp/**"] }, "tmpx", undefined],
    [{ include: ["a/**"], exclude: ["**/.hidden"] }, "a/.hidden", "FILTERED_KEY"],
  ])("%o of %s", ([filter, key, result]) => {
    expect(verdict(filter, { key })).toBe(result);
  });

  it("shows globs the key behind the source prefix", () => {
    expect(verdict({ include: ["a*"] }, { key: "photos/a1" }, "photos/")).toBeUndefined();
    expect(verdict({ include: ["photos/*"] }, { key: "photos/a1" }, "photos/")).toBe("FILTERED_KEY");
  });

  it("keeps the smallest and the largest size asked for, and the first moment, but not the last", () => {
    expect(verdict({ minSizeBytes: 5, maxSizeBytes: 5 }, { sizeBytes: 5 })).toBeUndefined();
    expect(verdict({ minSizeBytes: 6 })).toBe("FILTERED_SIZE");
    expect(verdict({ maxSizeBytes: 4 })).toBe("FILTERED_SIZE");
    expect(verdict({ modifiedSinceMs: 1_000 })).toBeUndefined();
    expect(verdict({ modifiedSinceMs: 1_001 })).toBe("FILTERED_TIME");
    expect(verdict({ modifiedBeforeMs: 1_001 })).toBeUndefined();
    expect(verdict({ modifiedBeforeMs: 1_000 })).toBe("FILTERED_TIME");
  });
});

describe("a row that is filtered", () => {
  const delta = { work: { kind: "delta", baseJobId: "base" } } as const;

  it("still says what is ours at the destination, lest the next delta forget it", () => {
    const rules = jobRules(specOf({ ...delta, filter: { include: [], exclude: [], maxSizeBytes: 1 } }));
    const [record] = planOf([planRow({ key: "k", base: COPIED, source: v1 }, rules)]).records([]);
    expect(record).toMatchObject({
      outcome: "skipped",
      code: "FILTERED_SIZE",
      ours: { sourceEtag: COPIED.sourceEtag, destinationEtag: COPIED.destinationEtag },
    });
  });

  it("is never a task", () => {
    const rules = jobRules(specOf({ ...delta, filter: { include: [], exclude: ["**"] } }));
    fc.assert(
      fc.property(
        anyRow.filter(({ source }) => source !== undefined),
        (row) => {
          expect(planRow(row, rules).kind).not.toBe("task");
        },
      ),
    );
  });
});
