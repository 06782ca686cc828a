import { describe, expect, it } from "vitest";
import type { UploadSharing } from "../../../core/protocol/shared-upload.ts";
import { gatherSpans } from "../../../worker/huge-object/gather-spans.ts";
import { completeSpan, HUGE_SPEC, UPLOAD } from "../../support/huge-object.ts";
import { forever, protocolWorld, ROOT, type ProtocolWorld } from "../../support/protocol-world.ts";

const SPANS = [1, 5, 9, 13].map((first, index) => ({
  partitionId: `00000000000${index + 1}`,
  span: { first, last: first + 3 },
}));
const SHARING: UploadSharing = { partitionId: ROOT, epoch: 1, upload: UPLOAD, spans: SPANS };
const ALL = Array.from({ length: 16 }, (_, index) => index + 1);

interface Gathering {
  readonly world: ProtocolWorld;
  /** Numbers of the parts that were handed over. */
  readonly parts: number[];
  /** Spans that this worker tried to work on. */
  readonly tried: string[];
  readonly gather: (workOn: (partitionId: string) => Promise<boolean>) => Promise<void>;
}

function gathering(): Gathering {
  const world = protocolWorld({ spec: HUGE_SPEC });
  const parts: number[] = [];
  const tried: string[] = [];
  return {
    world,
    parts,
    tried,
    gather: (workOn) =>
      world.clock.runUntilSettled(
        gatherSpans(
          world.context,
          SHARING,
          async (partitionId) => {
            tried.push(partitionId);
            return workOn(partitionId);
          },
          async (some) => void parts.push(...some.map(({ n }) => n)),
          forever,
        ),
      ),
  };
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

describe("gathering the spans of a huge object", () => {
  it("hands over what others have sent and works on nothing itself", async () => {
    const { world, parts, tried, gather } = gathering();
    for (const { partitionId, span } of SPANS) completeSpan(world, partitionId, span);
    await gather(async () => false);
    expect(sorted(parts)).toEqual(ALL);
    expect(tried).toEqual([]);
  });

  it("needs nobody else: spans that nobody holds are worked on here", async () => {
    const { world, parts, gather } = gathering();
    await gather(async (partitionId) => {
      const own = SPANS.find((each) => each.partitionId === partitionId);
      if (own !== undefined) completeSpan(world, partitionId, own.span);
      return true;
    });
    expect(sorted(parts)).toEqual(ALL);
  });

  it("waits for the spans that somebody alive holds", async () => {
    const { world, parts, tried, gather } = gathering();
    let looks = 0;
    await gather(async () => {
      looks++;
      if (looks > 3 * SPANS.length)
        for (const { partitionId, span } of SPANS) completeSpan(world, partitionId, span);
      return false;
    });
    expect(sorted(parts)).toEqual(ALL);
    expect(tried.length).toBeGreaterThan(3 * SPANS.length);
  });

  it.for(["changed", "over"] as const)("ends at once when a span ended as %s", async (outcome) => {
    const { world, gather } = gathering();
    for (const { partitionId, span } of SPANS.slice(1)) completeSpan(world, partitionId, span, outcome);
    let tries = 0;
    await gather(async () => {
      tries++;
      return false;
    });
    expect(tries).toBeLessThanOrEqual(1);
  });

  it("takes the parts of a span that failed and waits for the others", async () => {
    const { world, parts, gather } = gathering();
    const [failed, ...others] = SPANS;
    if (failed !== undefined) completeSpan(world, failed.partitionId, { first: 1, last: 2 }, "failed");
    for (const { partitionId, span } of others) completeSpan(world, partitionId, span);
    await gather(async () => false);
    expect(sorted(parts)).toEqual([1, 2, ...ALL.slice(4)]);
  });

  it.for([
    [
      "whose record is damaged",
      (world: ProtocolWorld, key: string) => void world.bucket.put(key, Buffer.from("?")),
    ],
    ["that was worked on here in vain", () => undefined],
  ] as const)("does not wait for a span %s", async ([, damage]) => {
    const { world, parts, gather } = gathering();
    const [bad, ...others] = SPANS;
    damage(world, world.context.keys.done(bad?.partitionId ?? ""));
    for (const { partitionId, span } of others) completeSpan(world, partitionId, span);
    await gather(async () => true);
    expect(sorted(parts)).toEqual(ALL.slice(4));
  });
});
