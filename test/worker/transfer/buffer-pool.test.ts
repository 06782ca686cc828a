import { describe, expect, it } from "vitest";
import { BufferPool } from "../../../worker/transfer/buffer-pool.ts";
import { untilQuiet } from "../../support/fake-clock.ts";

const KIB = 1024;
const { signal } = new AbortController();

describe("BufferPool", () => {
  it("lends buffers at least as long as asked for, an empty one too", async () => {
    const pool = new BufferPool(1024 * KIB);

    const { buffers } = await pool.lend([0, 5_000], signal);

    expect(buffers[0].length).toBeGreaterThanOrEqual(0);
    expect(buffers[1].length).toBeGreaterThanOrEqual(5_000);
  });

  it("gives a buffer to the next one who needs that size", async () => {
    const pool = new BufferPool(1024 * KIB);
    const first = await pool.lend([8 * KIB], signal);
    const [buffer] = first.buffers;

    first.giveBack();

    expect((await pool.lend([7 * KIB], signal)).buffers[0]).toBe(buffer);
  });

  it("makes one large buffer of small ones that were given back", async () => {
    const pool = new BufferPool(16 * KIB);
    const small = await pool.lend([4 * KIB, 4 * KIB, 4 * KIB, 4 * KIB], signal);
    small.giveBack();

    expect((await pool.lend([16 * KIB], signal)).buffers[0]).toHaveLength(16 * KIB);
  });

  it("lends all that was asked for together or makes it wait, and holds nothing back meanwhile", async () => {
    const pool = new BufferPool(16 * KIB);
    const first = await pool.lend([4 * KIB], signal);
    const tooMuch = pool.lend([8 * KIB, 8 * KIB], signal);
    expect(pool.waiting).toBe(1);
    expect(pool.lentBytes).toBe(4 * KIB);

    first.giveBack();
    (await tooMuch).giveBack();
    expect(pool.lentBytes).toBe(0);
  });

  it("lends more than it has to one who is alone, and keeps nothing of it", async () => {
    const pool = new BufferPool(16 * KIB);
    const large = await pool.lend([64 * KIB], signal);
    const next = pool.lend([4 * KIB], signal);
    await untilQuiet();
    expect(pool.waiting).toBe(1);

    large.giveBack();
    (await next).giveBack();
    expect(pool.lentBytes).toBe(0);
    expect((await pool.lend([64 * KIB], signal)).buffers[0]).not.toBe(large.buffers[0]);
  });

  it("serves in the order of asking, though a later and smaller wish would fit", async () => {
    const pool = new BufferPool(16 * KIB);
    const first = await pool.lend([8 * KIB], signal);
    const served: string[] = [];
    const large = pool.lend([16 * KIB], signal).then((loan) => (served.push("large"), loan));
    const small = pool.lend([4 * KIB], signal).then((loan) => (served.push("small"), loan));
    await untilQuiet();
    expect(served).toEqual([]);

    first.giveBack();
    await untilQuiet();
    expect(served).toEqual(["large"]);

    (await large).giveBack();
    await small;
    expect(served).toEqual(["large", "small"]);
  });

  it("lets those behind one who gave up go on", async () => {
    const pool = new BufferPool(16 * KIB);
    await pool.lend([8 * KIB], signal);
    const stopped = new AbortController();
    const large = pool.lend([16 * KIB], stopped.signal);
    const small = pool.lend([4 * KIB], signal);

    stopped.abort(new Error("stopped"));

    await expect(large).rejects.toThrow("stopped");
    await expect(small).resolves.toBeDefined();
  });

  it("counts a loan that is given back twice once", async () => {
    const pool = new BufferPool(16 * KIB);
    const loan = await pool.lend([8 * KIB], signal);

    loan.giveBack();
    loan.giveBack();

    expect(pool.lentBytes).toBe(0);
  });
});
