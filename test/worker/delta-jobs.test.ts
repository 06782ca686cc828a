import { beforeEach, describe, expect, it } from "vitest";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MigrationWorld } from "../support/migration-world.ts";

const DELTA = { work: { kind: "delta", baseJobId: "full" } } as const;
const LONG = "x".repeat(9_000);
const LONGER = "y".repeat(9_500);

let world: MigrationWorld;

beforeEach(async () => {
  world = new MigrationWorld();
  for (const key of ["a", "b", "c", "d", "e", "f", "g", "h"]) await world.write(key, `first ${key}`);
  await world.write("large", LONG);
  await world.run("full");
  world.calls.length = 0;
});

describe("a delta", () => {
  it("copies nothing and asks about no object when nothing changed", async () => {
    const { tally } = await world.run("delta", DELTA);
    expect(tally).toMatchObject({ listed: 9, codes: { UNCHANGED: 9 }, outcomes: { skipped: 9 } });
    expect(world.calls.filter((call) => !call.startsWith("source.list"))).toEqual([]);
  });

  it("copies what is new and what changed, large or small", async () => {
    await world.write("b", "second b");
    await world.write("large", LONGER);
    await world.write("c2", "new");
    await world.write("z", "new");
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({
      a: "skipped UNCHANGED",
      b: "copied",
      c2: "copied",
      large: "copied",
      z: "copied",
    });
    expect(world.atDestination()).toMatchObject({ b: "second b", large: LONGER, c2: "new", z: "new" });
  });

  it("keeps what the application wrote, whatever became of the source", async () => {
    await world.writeThere("a", "theirs");
    await world.writeThere("b", "theirs");
    await world.write("b", "second b");
    await world.writeThere("c", "theirs");
    world.source.objects.delete("c");
    await world.writeThere("n", "theirs, and new");
    await world.write("n", "ours, and new too");
    await world.writeThere("only-theirs", "theirs");
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({
      a: "kept DESTINATION_CHANGED",
      b: "kept BOTH_CHANGED",
      c: "kept DESTINATION_CHANGED",
      n: "kept DESTINATION_NOT_OURS",
    });
    expect(world.records("delta").has("only-theirs")).toBe(false);
    expect(world.atDestination()).toMatchObject({
      a: "theirs",
      b: "theirs",
      c: "theirs",
      n: "theirs, and new",
    });
  });

  it("does not resurrect what the application deleted", async () => {
    world.destination.objects.delete("a");
    world.destination.objects.delete("b");
    await world.write("b", "second b");
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({
      a: "kept DESTINATION_DELETED",
      b: "kept DESTINATION_DELETED",
    });
    expect(world.destination.objects.get("a")).toBeUndefined();
  });

  it("reports what is gone at the source and deletes nothing", async () => {
    world.source.objects.delete("a");
    world.source.objects.delete("large");
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({
      a: "vanished SOURCE_GONE",
      large: "vanished SOURCE_GONE",
    });
    expect(world.atDestination()).toMatchObject({ a: "first a" });
  });

  it("takes the same content for its own, whoever put it there", async () => {
    await world.write("n", "the same");
    await world.writeThere("n", "the same");
    await world.write("m", LONGER, { etag: "0123456789abcdef0123456789abcdef-2" });
    await world.writeThere("m", LONGER);
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({ m: "skipped SAME_CONTENT", n: "skipped SAME_CONTENT" });
    await world.write("n", "changed");
    await world.run("next", { work: { kind: "delta", baseJobId: "delta" } });
    expect(world.outcomes("next")).toMatchObject({ m: "skipped UNCHANGED", n: "copied" });
  });

  it("needs its base alone: rounds go on where the last one ended", async () => {
    await world.writeThere("a", "theirs");
    await world.write("b", "second b");
    await world.run("delta", DELTA);
    await world.write("b", "third b");
    await world.write("a", "second a");
    await world.run("next", { work: { kind: "delta", baseJobId: "delta" } });
    expect(world.outcomes("next")).toMatchObject({
      a: "kept BOTH_CHANGED",
      b: "copied",
      c: "skipped UNCHANGED",
    });
    const { tally } = await world.run("last", { work: { kind: "delta", baseJobId: "next" } });
    expect(tally.outcomes).toMatchObject({ copied: 0, skipped: 8, kept: 1 });
  });

  it("follows a bucket that has grown beyond the partitions of its base", async () => {
    for (let n = 0; n < 40; n++) await world.write(`b${String(n).padStart(2, "0")}`, "grown");
    const { tally } = await world.run("delta", DELTA);
    expect(tally.outcomes).toMatchObject({ copied: 40, skipped: 9 });
    const next = await world.run("next", { work: { kind: "delta", baseJobId: "delta" } });
    expect(next.tally).toMatchObject({ listed: 49, codes: { UNCHANGED: 49 } });
  });

  it("follows a base that was cut again and again in one step, so that the fleet can spread over it at once", async () => {
    for (let n = 0; n < 40; n++) await world.write(`b${String(n).padStart(2, "0")}`, "long");
    const base = await world.run("long-base");
    expect(base.partitions).toBeGreaterThan(10);
    const long = { work: { kind: "delta", baseJobId: "long-base" } } as const;
    const { partitions, tally } = await world.run("delta", long);
    expect(tally).toMatchObject({ listed: base.tally.listed, codes: { UNCHANGED: base.tally.listed } });
    // One that gives everything away, and one for each that has something of its own.
    expect(partitions).toBe(base.partitions + 1);
  });

  it("asks neither end about a key that did not change: the listings are enough", async () => {
    world.calls.length = 0;
    await world.run("delta", DELTA);
    expect(world.calls.filter((call) => !call.startsWith("source.list"))).toEqual([]);
  });

  it("maps prefixes both ways", async () => {
    const prefixes = { srcPrefix: "photos/", destPrefix: "archive/2026/" };
    await world.write("photos/1", "one");
    await world.write("photos/2", "two");
    await world.run("base", prefixes);
    await world.write("photos/2", "two again");
    await world.writeThere("archive/2026/1", "theirs");
    await world.run("mapped", { ...prefixes, work: { kind: "delta", baseJobId: "base" } });
    expect(world.outcomes("mapped")).toEqual({
      "photos/1": "kept DESTINATION_CHANGED",
      "photos/2": "copied",
    });
    expect(world.atDestination()).toMatchObject({
      "archive/2026/1": "theirs",
      "archive/2026/2": "two again",
    });
  });
});

describe("what appears at the destination while a delta runs", () => {
  const meanwhile = (text: string, key = "n"): (() => void) => {
    return () => void world.destination.put(key, Buffer.from(text), { etag: "THEIRS" });
  };

  it("is kept where the key was free when it was listed", async () => {
    await world.write("n", "ours");
    const event = meanwhile("theirs");
    await world.run("delta", DELTA, [{ on: "destination.put", key: "n", effect: { kind: "after", event } }]);
    expect(world.outcomes("delta")).toMatchObject({ n: "kept DESTINATION_TAKEN" });
    expect(world.atDestination()).toMatchObject({ n: "theirs" });
  });

  it("is kept where something was to be replaced, small, streamed or in parts", async () => {
    for (const [key, size] of [
      ["s", 10],
      ["t", 3_000],
      ["u", 9_000],
    ] as const) {
      await world.write(key, "1".repeat(size));
    }
    await world.run("base");
    for (const [key, size] of [
      ["s", 10],
      ["t", 3_000],
      ["u", 9_000],
    ] as const) {
      await world.write(key, "2".repeat(size));
    }
    const faults = ["s", "t", "u"].map((key) => ({
      on: "source.open",
      key,
      effect: { kind: "after" as const, event: meanwhile("theirs", key) },
    }));
    await world.run("delta", { work: { kind: "delta", baseJobId: "base" } }, faults);
    expect(world.outcomes("delta")).toMatchObject({
      s: "kept DESTINATION_TAKEN",
      t: "kept DESTINATION_TAKEN",
      u: "kept DESTINATION_TAKEN",
    });
    expect(world.atDestination()).toMatchObject({ s: "theirs", t: "theirs", u: "theirs" });
    expect(world.destinationStore.uploads.size).toBe(0);
  });

  it("is not called theirs when a rule of the bucket forbids us to replace our own", async () => {
    await world.write("b", "second b");
    const refused = {
      on: "destination.put",
      key: "b",
      effect: { kind: "fail", code: "ALREADY_EXISTS" },
    } as const;
    await world.run("delta", DELTA, [refused]);
    expect(world.outcomes("delta")).toMatchObject({ b: "failed OVERWRITE_FORBIDDEN" });
    await world.run("again", { work: { kind: "redrive", baseJobId: "delta" } });
    expect(world.outcomes("again")).toMatchObject({ b: "copied" });
  });

  it("is no stranger when it is our own write whose answer was lost", async () => {
    const sizes = { s: 10, t: 3_000, u: 9_000 };
    for (const [key, size] of Object.entries(sizes)) await world.write(key, "1".repeat(size));
    const lost = ["destination.put", "destination.completeUpload"].map((on) => ({
      on,
      times: 3,
      effect: { kind: "lose-answer" as const },
    }));
    await world.run("delta", DELTA, lost);
    expect(world.outcomes("delta")).toMatchObject({ s: "copied", t: "copied", u: "copied" });
    for (const [key, size] of Object.entries(sizes)) await world.write(key, "2".repeat(size));
    await world.run("next", { work: { kind: "delta", baseJobId: "delta" } }, lost);
    expect(world.outcomes("next")).toMatchObject({ s: "copied", t: "copied", u: "copied" });
    expect(world.atDestination()["t"]).toBe("2".repeat(3_000));
  });
});

describe("our own write whose answer was lost", () => {
  it.for([
    ["where the key was free", false],
    ["where something was to be replaced", true],
  ] as const)("makes way for what the source has by then, %s", async ([, isThere]) => {
    if (isThere) await world.write("n", "1".repeat(3_000));
    await world.run("base");
    await world.write("n", "2".repeat(3_000));
    const change = (): void => void world.source.put("n", Buffer.from("3".repeat(2_000)));
    await world.run("delta", { work: { kind: "delta", baseJobId: "base" } }, [
      { on: "destination.put", key: "n", effect: { kind: "lose-answer" } },
      { on: "source.open", key: "n", skip: 1, effect: { kind: "after", event: change } },
    ]);
    expect(world.outcomes("delta")).toMatchObject({ n: "copied" });
    expect(world.atDestination()).toMatchObject({ n: "3".repeat(2_000) });
  });
});

describe("our own write whose answer was lost, of an object that vanished then", () => {
  it("stays known as ours: it is replaced when the source has the key again", async () => {
    await world.write("n", "2".repeat(3_000));
    await world.run("delta", DELTA, [
      { on: "destination.put", key: "n", effect: { kind: "lose-answer" } },
      {
        on: "source.open",
        key: "n",
        skip: 1,
        effect: { kind: "after", event: () => void world.source.objects.delete("n") },
      },
    ]);
    expect(world.outcomes("delta")).toMatchObject({ n: "vanished SOURCE_VANISHED" });
    await world.write("n", "back");
    await world.run("next", { work: { kind: "delta", baseJobId: "delta" } });
    expect(world.outcomes("next")).toMatchObject({ n: "copied" });
  });
});

describe("what a back-to-source rule mirrored", () => {
  const options = { metadata: { headers: {}, user: { author: "somebody" } } };
  const hasMetadata = (key: string): boolean =>
    world.destination.objects.get(key)?.metadata.user["author"] === "somebody";

  it("is copied again with the metadata that the mirror lost, however the source's ETag looks", async () => {
    await world.write("m", "mirrored", options);
    await world.write("n", "mirrored, too", { ...options, etag: "0123456789abcdef0123456789abcdef-2" });
    world.mirror("m");
    world.mirror("n");
    await world.run("delta", DELTA);
    expect(world.outcomes("delta")).toMatchObject({
      m: "copied METADATA_REPAIRED",
      n: "copied METADATA_REPAIRED",
    });
    expect(hasMetadata("m") && hasMetadata("n")).toBe(true);
  });

  it("is copied again where it took the place of our copy: a delete and a read leave the ETag as it was", async () => {
    await world.write("m", "copied", options);
    await world.run("base");
    await world.clock.advance(2_000);
    world.mirror("m");
    await world.run("delta", { work: { kind: "delta", baseJobId: "base" } });
    expect(world.outcomes("delta")).toMatchObject({ a: "skipped UNCHANGED", m: "copied METADATA_REPAIRED" });
    expect(hasMetadata("m")).toBe(true);
  });

  it("while the same object was being copied is replaced, too: small, streamed or in parts", async () => {
    const sizes = { s: 10, t: 3_000, u: 9_000 };
    for (const [key, size] of Object.entries(sizes)) await world.write(key, "1".repeat(size), options);
    const fetches = Object.entries(sizes).map(([key, size]) => ({
      on: size > 4_000 ? "destination.completeUpload" : "destination.put",
      key,
      effect: { kind: "after" as const, event: () => world.mirror(key) },
    }));
    await world.run("delta", DELTA, fetches);
    expect(Object.keys(sizes).filter(hasMetadata)).toEqual(["s", "t", "u"]);
  });

  it("is replaced by what the source has by then, and is never taken for it", async () => {
    await world.write("m", "mirrored");
    world.mirror("m");
    const changed = {
      on: "source.stat",
      key: "m",
      effect: { kind: "after" as const, event: () => void world.source.put("m", Buffer.from("and changed")) },
    };
    await world.run("delta", DELTA, [changed]);
    expect(world.outcomes("delta")).toMatchObject({ m: "copied" });
    expect(world.atDestination()).toMatchObject({ m: "and changed" });
  });
});

describe("a base", () => {
  const based = (
    baseJobId: string,
  ): { readonly work: { readonly kind: "delta"; readonly baseJobId: string } } => ({
    work: { kind: "delta", baseJobId },
  });

  it("that does not exist is refused", async () => {
    await expect(world.run("delta", based("fulll"))).rejects.toMatchObject({ code: "BASE_UNKNOWN" });
  });

  it("that is not complete is refused", async () => {
    world.control.objects.delete(jobKeys("full").summary);
    await expect(world.run("delta", based("full"))).rejects.toMatchObject({ code: "BASE_INCOMPLETE" });
  });

  it("that was a sample or an audit is refused", async () => {
    await world.run("pilot", { work: { kind: "copy", sample: { objects: 2 } } });
    await world.run("audit", { work: { kind: "audit", content: false } });
    await expect(world.run("delta", based("pilot"))).rejects.toMatchObject({ code: "BASE_UNFIT" });
    await expect(world.run("delta", based("audit"))).rejects.toMatchObject({ code: "BASE_UNFIT" });
  });

  it("that was about other objects is refused, and the message names what differs", async () => {
    const other = { ...based("full"), filter: { include: ["a*"], exclude: [] } };
    await expect(world.run("delta", other)).rejects.toMatchObject({
      code: "BASE_DIFFERS",
      message: expect.stringContaining("filter.include.0") as string,
    });
    await expect(world.run("delta", { ...based("full"), srcPrefix: "a" })).rejects.toMatchObject({
      code: "BASE_DIFFERS",
    });
  });

  it("whose ledger was edited is refused", async () => {
    const keys = [...world.control.objects].map(([each]) => each);
    const key = keys.find((each) => each.includes("/ledger/"));
    world.control.put(key ?? "", Buffer.from("edited"));
    await expect(world.run("delta", based("full"))).rejects.toMatchObject({ code: "LEDGER_DAMAGED" });
  });
});
