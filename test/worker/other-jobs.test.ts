import { beforeEach, describe, expect, it } from "vitest";
import { MigrationWorld } from "../support/migration-world.ts";

const KEYS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

let world: MigrationWorld;

beforeEach(async () => {
  world = new MigrationWorld();
  for (const key of KEYS) await world.write(key, `first ${key}`);
});

describe("a copy by its policy on what is there already", () => {
  const result = async (overwrite: "never" | "if-different" | "if-newer" | "always"): Promise<unknown> => {
    await world.writeThere("a", "first a");
    await world.writeThere("b", "older at the destination");
    await world.write("b", "newer b");
    await world.writeThere("c", "newer at the destination");
    await world.run(overwrite, { overwrite });
    const { a, b, c } = world.outcomes(overwrite);
    const there = world.atDestination();
    return { a, b, c, wins: `${there["b"]?.slice(0, 5)} ${there["c"]?.slice(0, 5)}` };
  };

  it("never: leaves it alone", async () => {
    const exists = "skipped DESTINATION_EXISTS";
    expect(await result("never")).toEqual({ a: exists, b: exists, c: exists, wins: "older newer" });
  });

  it("if-different: replaces what differs and skips what is the same", async () => {
    expect(await result("if-different")).toEqual({
      a: "skipped SAME_CONTENT",
      b: "copied",
      c: "copied",
      wins: "newer first",
    });
  });

  it("if-newer: replaces what is older than the source's", async () => {
    expect(await result("if-newer")).toEqual({
      a: "skipped SAME_CONTENT",
      b: "copied",
      c: "skipped DESTINATION_NOT_OLDER",
      wins: "newer newer",
    });
  });

  it("replaces a bad copy that an attempt of its own left, also where the bytes had to be compared first", async () => {
    const text = "streamed".repeat(300);
    await world.write("d", text, { etag: "0123456789abcdef0123456789abcdef-2" });
    await world.writeThere("d", text.toUpperCase());
    const wrong = { on: "destination.put", key: "d", effect: { kind: "corrupt" } } as const;
    await world.run("full", {}, [wrong]);
    expect(world.outcomes("full")).toMatchObject({ d: "copied" });
    expect(world.atDestination()).toMatchObject({ d: text });
  });

  it("always: copies everything, and does not list the destination", async () => {
    expect(await result("always")).toEqual({ a: "copied", b: "copied", c: "copied", wins: "newer first" });
  });
});

describe("a copy of what matches", () => {
  it("skips and records the rest", async () => {
    await world.write("large", "x".repeat(500));
    await world.write("log/1", "new");
    const since = world.clock.nowMs() - 1_500;
    await world.run("full", {
      filter: { include: [], exclude: ["log/**"], maxSizeBytes: 100, modifiedSinceMs: since },
    });
    expect(world.outcomes("full")).toMatchObject({
      a: "skipped FILTERED_TIME",
      large: "skipped FILTERED_SIZE",
      "log/1": "skipped FILTERED_KEY",
    });
  });

  it("refuses a time that is still to come", async () => {
    const filter = { include: [], exclude: [], modifiedSinceMs: world.clock.nowMs() + 60_000 };
    await expect(world.run("full", { filter })).rejects.toMatchObject({ code: "SINCE_IN_FUTURE" });
  });
});

describe("a pilot", () => {
  it("copies about as many objects as asked for, from all over the bucket", async () => {
    for (let n = 0; n < 200; n++) await world.write(`k/${String(n).padStart(3, "0")}`, "x");
    const { tally } = await world.run("pilot", { work: { kind: "copy", sample: { objects: 30 } } });
    expect(tally.outcomes.copied).toBeGreaterThanOrEqual(30);
    expect(tally.outcomes.copied).toBeLessThan(50);
    const firsts = new Set([...world.records("pilot").keys()].map((key) => key[0]));
    expect(firsts.size).toBeGreaterThan(5);
  });

  it("copies about as many bytes as asked for", async () => {
    const { tally } = await world.run("pilot", { work: { kind: "copy", sample: { bytes: 20 } } });
    expect(tally.copiedBytes).toBeGreaterThanOrEqual(20);
    expect(tally.copiedBytes).toBeLessThan(KEYS.length * 7);
  });
});

describe("a redrive", () => {
  const failing = { on: "source.open", key: "c", effect: { kind: "fail", code: "ACCESS_DENIED" } } as const;

  it("tries again what failed, asks about nothing else, and can be a base as its own base was", async () => {
    await world.run("full", {}, [failing]);
    expect(world.outcomes("full")).toMatchObject({ c: "failed SOURCE_ACCESS_DENIED" });
    world.calls.length = 0;
    const { tally } = await world.run("redrive", { work: { kind: "redrive", baseJobId: "full" } });
    expect(tally).toMatchObject({
      listed: 10,
      outcomes: { copied: 1, skipped: 9 },
      codes: { NOT_CONCERNED: 9 },
    });
    expect(world.calls.filter((call) => call.startsWith("source.open"))).toEqual(["source.open c"]);
    const next = await world.run("delta", { work: { kind: "delta", baseJobId: "redrive" } });
    expect(next.tally.codes).toEqual({ UNCHANGED: 10 });
  });

  it("keeps what was never ours even when the copy had failed", async () => {
    await world.run("full", {}, [failing]);
    await world.writeThere("c", "theirs");
    await world.run("redrive", { work: { kind: "redrive", baseJobId: "full" } });
    expect(world.outcomes("redrive")).toMatchObject({ c: "kept DESTINATION_NOT_OURS" });
  });

  it("replaces a bad copy that an attempt of ours left", async () => {
    const wrong = {
      on: "destination.put",
      key: "c",
      times: 100,
      effect: { kind: "wrong-checksum" },
    } as const;
    await world.run("full", {}, [wrong]);
    expect(world.outcomes("full")).toMatchObject({ c: "failed CHECKSUM_MISMATCH_DESTINATION" });
    await world.run("redrive", { work: { kind: "redrive", baseJobId: "full" } });
    expect(world.outcomes("redrive")).toMatchObject({ c: "copied" });
  });
});

describe("a prune", () => {
  beforeEach(async () => {
    await world.run("full");
    for (const key of ["a", "b", "c"]) world.source.objects.delete(key);
    await world.run("delta", { work: { kind: "delta", baseJobId: "full" } });
  });
  const prune = (mostDeletes: number): ReturnType<MigrationWorld["run"]> =>
    world.run("prune", { work: { kind: "prune", baseJobId: "delta", mostDeletes } });

  it("deletes what its base found gone, if both ends are still so", async () => {
    await world.write("b", "back again");
    await world.writeThere("c", "theirs");
    await prune(3);
    expect(world.outcomes("prune")).toMatchObject({
      a: "vanished DELETED",
      b: "skipped SOURCE_BACK",
      c: "kept DESTINATION_CHANGED",
      d: "skipped NOT_CONCERNED",
    });
    expect(Object.keys(world.atDestination())).toEqual(KEYS.slice(1));
    const next = await world.run("next", { work: { kind: "delta", baseJobId: "prune" } });
    expect(next.tally).toMatchObject({ listed: 9, codes: { UNCHANGED: 7 } });
  });

  it("does not begin when there is more to delete than it may", async () => {
    await expect(prune(2)).rejects.toMatchObject({ code: "DELETES_ABOVE_CEILING" });
    expect(Object.keys(world.atDestination())).toEqual(KEYS);
  });
});

describe("an audit", () => {
  const audit = async (
    work: { readonly baseJobId?: string; readonly content?: boolean } = {},
  ): Promise<unknown> => {
    await world.run("audit", { work: { kind: "audit", content: false, ...work } });
    return world.outcomes("audit");
  };

  beforeEach(async () => {
    await world.write("parts", "p".repeat(9_000), { etag: "0123456789abcdef0123456789abcdef-2" });
    await world.run("full");
    await world.writeThere("a", "other");
    world.destination.objects.delete("b");
    await world.writeThere("extra", "extra");
    await world.write("d", "other");
  });

  it("without a base finds what is missing, different and extra, and changes nothing", async () => {
    const before = world.atDestination();
    expect(await audit()).toMatchObject({
      a: "failed AUDIT_DIFFERENT",
      b: "failed AUDIT_MISSING",
      c: "skipped AUDIT_SAME",
      d: "failed AUDIT_DIFFERENT",
      extra: "kept AUDIT_EXTRA",
      parts: "skipped AUDIT_SAME_SIZE",
    });
    expect(world.atDestination()).toEqual(before);
  });

  it("with a base tells the application's doing from what is wrong", async () => {
    expect(await audit({ baseJobId: "full" })).toMatchObject({
      a: "kept DESTINATION_CHANGED",
      b: "kept DESTINATION_DELETED",
      c: "skipped AUDIT_SAME",
      d: "failed AUDIT_DIFFERENT",
      parts: "skipped AUDIT_SAME",
    });
  });

  it("of the content reads what the listings cannot tell", async () => {
    expect(await audit({ content: true })).toMatchObject({
      c: "skipped AUDIT_SAME",
      parts: "skipped AUDIT_SAME",
    });
    const there = world.destination.objects.get("parts");
    world.destination.put("parts", Buffer.alloc(9_000, "q"), { etag: there?.etag ?? "" });
    await world.run("again", { work: { kind: "audit", content: true } });
    expect(world.outcomes("again")).toMatchObject({ parts: "failed AUDIT_DIFFERENT" });
  });
});
