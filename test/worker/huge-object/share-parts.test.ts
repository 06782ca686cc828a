import { describe, expect, it } from "vitest";
import type { PartSharing } from "../../../worker/copy-engine.ts";
import { sharePartsOf } from "../../../worker/huge-object/share-parts.ts";
import { HUGE_SPEC, UPLOAD } from "../../support/huge-object.ts";
import { forever, protocolWorld, ROOT, type ProtocolWorld } from "../../support/protocol-world.ts";

const NEXT = { ...UPLOAD, key: "next", destinationKey: "next", uploadId: "upload-2" };

/** Sharing whose spans this worker sends in vain: each is then left to the holder of the object. */
function sharing(world: ProtocolWorld, workOn: () => Promise<boolean>): PartSharing {
  return sharePartsOf(world.context, { partitionId: ROOT, epoch: 1 }, { liveWorkers: async () => 1, workOn });
}

const cuts = (world: ProtocolWorld): number =>
  world.stored().filter((key) => key.startsWith("shared/")).length;

describe("the huge objects of one partition", () => {
  it("are those of the size that the job says", () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    expect(sharing(world, async () => true).fromBytes).toBe(HUGE_SPEC.hugeObjectSizeBytes);
  });

  it("are shared one after the other, so that many of them do not flood the fleet with hints", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    const cutsSeen = new Set<number>();
    const shared = sharing(world, async () => {
      cutsSeen.add(cuts(world));
      return true;
    });
    let gathered = 0;
    const first = shared.gather(UPLOAD, async () => undefined, forever).then(() => void gathered++);
    const second = shared
      .gather(NEXT, async () => undefined, forever)
      .then(() => {
        expect(gathered).toBe(1);
      });
    await world.clock.runUntilSettled(Promise.all([first, second]));
    expect([...cutsSeen]).toEqual([1, 2]);
  });

  it("do not suffer when one before them cannot be shared", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    let works = 0;
    const shared = sharing(world, async () => {
      if (works++ === 0) throw new Error("lost");
      return true;
    });
    const first = shared.gather(UPLOAD, async () => undefined, forever);
    const second = shared.gather(NEXT, async () => undefined, forever);
    await expect(world.clock.runUntilSettled(first)).rejects.toThrow("lost");
    await world.clock.runUntilSettled(second);
    expect(cuts(world)).toBe(2);
  });
});
