import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ControlStore } from "../../storage/ports.ts";

export interface ControlUnderTest {
  readonly control: ControlStore;
  readonly setVersioning: (state: "never" | "enabled" | "suspended") => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The contract of `ControlStore`. `open` gives a store over an empty bucket that was never versioned. */
export function describeControlStore(name: string, open: () => Promise<ControlUnderTest>): void {
  describe(`the control contract: ${name}`, () => {
    let under: ControlUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());

    describeWrites(() => under);
    describeReads(() => under);
    describeVersioning(open);
  });
}

function describeWrites(under: () => ControlUnderTest): void {
  it("creates what is not there and leaves what is there alone", async () => {
    const { control } = under();
    expect(await control.putIfAbsent("claims/1", Buffer.from("mine"))).toBe(true);
    expect(await control.putIfAbsent("claims/1", Buffer.from("theirs"))).toBe(false);
    expect((await control.get("claims/1"))?.body.toString()).toBe("mine");
  });

  it("lets exactly one of any number of racing calls create", async () => {
    const { control } = under();
    for (let round = 0; round < 5; round++) {
      const key = `race/${round}`;
      const created = await Promise.all(
        Array.from({ length: 16 }, (_, index) => control.putIfAbsent(key, Buffer.from(String(index)))),
      );
      expect(created.filter(Boolean)).toHaveLength(1);
      expect((await control.get(key))?.body.toString()).toBe(String(created.indexOf(true)));
    }
  });

  it("replaces where it is told to", async () => {
    const { control } = under();
    await control.put("workers/1", Buffer.from("one"));
    await control.put("workers/1", Buffer.from("two"));
    expect((await control.get("workers/1"))?.body.toString()).toBe("two");
  });

  it("takes bodies of no bytes and of many", async () => {
    const { control } = under();
    const large = Buffer.alloc(3_000_000, "ledger line\n");
    await control.put("ledger/empty", Buffer.alloc(0));
    expect(await control.putIfAbsent("ledger/large", large)).toBe(true);
    expect((await control.get("ledger/empty"))?.body).toHaveLength(0);
    expect((await control.get("ledger/large"))?.body.equals(large)).toBe(true);
  });

  it("deletes, also what is not there, and lets the name be created again", async () => {
    const { control } = under();
    await control.put("open/1", Buffer.from("x"));
    await control.delete("open/1");
    await control.delete("open/1");
    expect(await control.get("open/1")).toBeUndefined();
    expect(await control.putIfAbsent("open/1", Buffer.from("y"))).toBe(true);
  });

  it("rejects with the reason of its signal", async () => {
    const { control } = under();
    const reason = new Error("stopping");
    const signal = AbortSignal.abort(reason);
    await expect(control.putIfAbsent("aborted", Buffer.from("x"), signal)).rejects.toBe(reason);
    await expect(control.put("aborted", Buffer.from("x"), signal)).rejects.toBe(reason);
    await expect(control.get("aborted", signal)).rejects.toBe(reason);
    await expect(control.list({ prefix: "", signal })).rejects.toBe(reason);
    await expect(control.delete("aborted", signal)).rejects.toBe(reason);
    expect(await control.get("aborted")).toBeUndefined();
  });
}

function describeReads(under: () => ControlUnderTest): void {
  it("gives the two stamps of one clock in whole seconds", async () => {
    const { control } = under();
    await control.put("stamps", Buffer.from("x"));
    const object = await control.get("stamps");
    const { lastModifiedMs = 1, serverDateMs = 0 } = object ?? {};
    expect(lastModifiedMs % 1000).toBe(0);
    expect(serverDateMs % 1000).toBe(0);
    expect(serverDateMs).toBeGreaterThanOrEqual(lastModifiedMs);
  });

  it("says undefined of what is not there", async () => {
    expect(await under().control.get("no such object")).toBeUndefined();
  });

  it("lists keys in byte order below a prefix, after a key, page by page", async () => {
    const { control } = under();
    const keys = ["list/a", "list/b+c", "list/b c", "list/\uff5e", "list/\u{1f600}"];
    for (const key of keys) await control.put(key, Buffer.from("x"));
    const inOrder = ["list/a", "list/b c", "list/b+c", "list/\uff5e", "list/\u{1f600}"];
    const keysOf = (page: Awaited<ReturnType<ControlStore["list"]>>): string[] =>
      page.entries.map((entry) => entry.key);

    const whole = await control.list({ prefix: "list/" });
    expect(keysOf(whole)).toEqual(inOrder);
    expect(whole.truncated).toBe(false);
    expect(whole.serverDateMs % 1000).toBe(0);
    const first = await control.list({ prefix: "list/", maxKeys: 2 });
    expect([keysOf(first), first.truncated]).toEqual([inOrder.slice(0, 2), true]);
    const rest = await control.list({ prefix: "list/", startAfter: "list/b c" });
    expect([keysOf(rest), rest.truncated]).toEqual([inOrder.slice(2), false]);
    expect(keysOf(await control.list({ prefix: "nothing/" }))).toEqual([]);
  });
}

function describeVersioning(open: () => Promise<ControlUnderTest>): void {
  it.each(["enabled", "suspended"] as const)(
    "knows a bucket whose versioning is %s, and fails every write to it",
    async (state) => {
      const { control, setVersioning, close } = await open();
      expect(await control.versioning()).toBe("never");
      await setVersioning(state);
      expect(await control.versioning()).toBe(state);
      const versioned = { code: "VERSIONED", fatal: true };
      await expect(control.putIfAbsent("a", Buffer.from("x"))).rejects.toMatchObject(versioned);
      await expect(control.put("a", Buffer.from("x"))).rejects.toMatchObject(versioned);
      await close();
    },
  );
}
