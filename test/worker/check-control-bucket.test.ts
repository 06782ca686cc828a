import { describe, expect, it } from "vitest";
import { StoreError } from "../../core/errors.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { checkControlBucket } from "../../worker/check-control-bucket.ts";
import { forever, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

const check = ({ context, clock }: ProtocolWorld): Promise<void> =>
  clock.runUntilSettled(checkControlBucket(context.control, context.keys, context.random, forever));

/** A gateway that answers create-only writes as if they were any others. */
const ignoringCreateOnly = (store: ControlStore): ControlStore => ({
  ...store,
  get: (key) => store.get(key),
  delete: (key) => store.delete(key),
  versioning: () => store.versioning(),
  putIfAbsent: async (key, body) => {
    await store.put(key, body);
    return true;
  },
});

/** A gateway that refuses the second write of a key but stores it all the same. */
const refusingTooLate = (store: ControlStore): ControlStore => ({
  ...ignoringCreateOnly(store),
  putIfAbsent: async (key, body) => {
    const isNew = (await store.get(key)) === undefined;
    await store.put(key, body);
    return isNew;
  },
});

describe("a control bucket", () => {
  it("that was never versioned and honours create-only is fine, and nothing of the test is left in it", async () => {
    const world = protocolWorld();
    await check(world);
    expect(world.stored()).toEqual([]);
  });

  it.for(["enabled", "suspended"] as const)("with versioning %s is refused", async (versioning) => {
    const world = protocolWorld();
    world.bucket.versioning = versioning;
    await expect(check(world)).rejects.toMatchObject({ code: "CONTROL_BUCKET_VERSIONED" });
    await expect(check(world)).rejects.toThrow(`versioning of the control bucket is ${versioning}`);
    expect(world.stored()).toEqual([]);
  });

  it("is refused when we may not ask whether it is versioned", async () => {
    const world = protocolWorld({
      control: (store) => ({ ...ignoringCreateOnly(store), versioning: async () => "unknown" }),
    });
    await expect(check(world)).rejects.toMatchObject({ code: "CONTROL_BUCKET_UNKNOWN" });
  });

  it.for([
    ["ignores create-only", ignoringCreateOnly],
    ["refuses the second write but stores it", refusingTooLate],
  ] as const)("that %s is refused, and nothing of the test is left in it", async ([, control]) => {
    const world = protocolWorld({ control });
    await expect(check(world)).rejects.toMatchObject({ code: "CREATE_ONLY_NOT_HONOURED" });
    expect(world.stored()).toEqual([]);
  });

  it("passes although the answer to the first create-only write is lost", async () => {
    let lost = 0;
    const world = protocolWorld({
      control: (store) => ({
        ...ignoringCreateOnly(store),
        putIfAbsent: async (key, body) => {
          const created = await store.putIfAbsent(key, body);
          if (lost++ === 0) throw new StoreError("NETWORK", "connection reset", { store: "control" });
          return created;
        },
      }),
    });
    await check(world);
    expect(lost).toBeGreaterThan(1);
  });
});
