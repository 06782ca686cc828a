import { describe, expect, it } from "vitest";
import { RefreshingCredentials } from "../../../storage/credentials/refreshing.ts";
import type { Credentials } from "../../../storage/ports.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const MINUTE = 60_000;
const LIFE = 6 * 60 * MINUTE;

/** Credentials that are numbered in the order they were fetched, and what becomes of the next fetch. */
function numbered(options: { readonly random?: number; readonly lifeMs?: number } = {}): {
  readonly clock: FakeClock;
  readonly provider: RefreshingCredentials;
  readonly loads: () => number;
  failWith: Error | undefined;
} {
  const clock = new FakeClock();
  let loads = 0;
  const world = {
    clock,
    loads: () => loads,
    failWith: undefined as Error | undefined,
    provider: new RefreshingCredentials({
      clock,
      random: () => options.random ?? 0.5,
      load: async (): Promise<Credentials> => {
        loads++;
        await clock.sleep(1);
        if (world.failWith !== undefined) throw world.failWith;
        const expiresAtMs = clock.nowMs() + (options.lifeMs ?? LIFE);
        return { accessKeyId: String(loads), accessKeySecret: "s", expiresAtMs };
      },
    }),
  };
  return world;
}

async function idOf(provider: RefreshingCredentials): Promise<string> {
  return (await provider.get()).accessKeyId;
}

describe("credentials that end", () => {
  it("are fetched once, however many ask at the same time", async () => {
    const { clock, provider, loads } = numbered();
    const all = await clock.runUntilSettled(Promise.all(Array.from({ length: 50 }, () => idOf(provider))));
    expect(new Set(all)).toEqual(new Set(["1"]));
    expect(loads()).toBe(1);
  });

  it("are replaced twenty minutes before their end, while the old pair goes on serving", async () => {
    const { clock, provider, loads } = numbered();
    await clock.runUntilSettled(idOf(provider));
    await clock.advance(LIFE - 21 * MINUTE);
    expect(await idOf(provider)).toBe("1");
    expect(loads()).toBe(1);
    await clock.advance(2 * MINUTE);
    expect(await idOf(provider)).toBe("1");
    await clock.advance(1);
    expect(await idOf(provider)).toBe("2");
    expect(loads()).toBe(2);
  });

  it("are replaced at different times by the workers of a fleet", async () => {
    const refreshedAt = async (random: number): Promise<number> => {
      const { clock, provider, loads } = numbered({ random });
      await clock.runUntilSettled(idOf(provider));
      let minutes = 0;
      for (; loads() === 1; minutes++) {
        await clock.advance(MINUTE);
        await provider.get();
      }
      return LIFE / MINUTE - minutes;
    };
    expect([await refreshedAt(0), await refreshedAt(0.5), await refreshedAt(1)]).toEqual([15, 20, 25]);
  });

  it("keep the old pair until its end when the next cannot be had, without asking all the time", async () => {
    const world = numbered();
    const { clock, provider, loads } = world;
    await clock.runUntilSettled(idOf(provider));
    world.failWith = new Error("the metadata service is down");
    await clock.advance(LIFE - 10 * MINUTE);
    for (let second = 0; second < 60; second++) {
      expect(await idOf(provider)).toBe("1");
      await clock.advance(1_000);
    }
    expect(loads()).toBe(3);
    await clock.advance(10 * MINUTE);
    await expect(clock.runUntilSettled(provider.get())).rejects.toBe(world.failWith);
    world.failWith = undefined;
    expect(await clock.runUntilSettled(idOf(provider))).toBe("5");
  });

  it("are fetched again when the service refuses them, but not for refusals of the pair before", async () => {
    const { clock, provider } = numbered();
    const first = await clock.runUntilSettled(provider.get());
    provider.reject(first);
    expect(await clock.runUntilSettled(idOf(provider))).toBe("2");
    provider.reject(first);
    expect(await idOf(provider)).toBe("2");
  });

  it("that live for minutes only are replaced in their last third", async () => {
    const { clock, provider } = numbered({ lifeMs: 3 * MINUTE });
    await clock.runUntilSettled(idOf(provider));
    await clock.advance(1.9 * MINUTE);
    expect(await idOf(provider)).toBe("1");
    await clock.advance(0.2 * MINUTE);
    await provider.get();
    await clock.advance(1);
    expect(await idOf(provider)).toBe("2");
  });

  it("let a caller go that is aborted while it waits, and nobody else", async () => {
    const { clock, provider } = numbered();
    const abort = new AbortController();
    const reason = new Error("stopping");
    const aborted = provider.get(abort.signal);
    const other = idOf(provider);
    abort.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    expect(await clock.runUntilSettled(other)).toBe("1");
  });
});
