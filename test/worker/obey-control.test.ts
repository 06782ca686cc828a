import { describe, expect, it } from "vitest";
import type { LimitsInForce } from "../../core/protocol/control-settings.ts";
import { createControlReader, type OperatorWish, shareLimits } from "../../worker/obey-control.ts";
import { forever, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

interface Reading {
  readonly world: ProtocolWorld;
  /** Writes control.json, or deletes it, and reads it as a worker does. */
  readonly say: (text: string | undefined) => Promise<LimitsInForce>;
  /** Reads it again, and says what it is known by. */
  readonly revision: () => Promise<string>;
}

function reading(): Reading {
  const world = protocolWorld();
  const { control, keys, log } = world.context;
  const reader = createControlReader(control, keys, log);
  const read = (): Promise<OperatorWish> => world.clock.runUntilSettled(reader.read(forever));
  return {
    world,
    say: async (text) => {
      if (text === undefined) world.bucket.objects.delete(keys.control);
      else world.bucket.put(keys.control, Buffer.from(text));
      return (await read()).limits;
    },
    revision: async () => (await read()).revision,
  };
}

describe("control.json", () => {
  it("absent means: run without limits", async () => {
    expect(await reading().say(undefined)).toEqual({ paused: false });
  });

  it("is obeyed as soon as it is read, and no longer once it is gone", async () => {
    const { say } = reading();
    expect(await say('{"paused":true}')).toEqual({ paused: true });
    expect(await say('{"bytesPerSecond":1000}')).toEqual({ paused: false, bytesPerSecond: 1000 });
    expect(await say(undefined)).toEqual({ paused: false });
  });

  it.for([
    ["no JSON", "{paused"],
    ["a word for a boolean", '{"paused":"yes"}'],
    ["a limit of nothing", '{"bytesPerSecond":0}'],
    ["a negative limit", '{"requestsPerSecond":-5}'],
    ["a misspelt setting", '{"pause":true}'],
    ["nothing at all", ""],
    ["a list", "[]"],
    ["a window without an end", '{"windows":[{"from":"22:00"}]}'],
    ["a window at no time of day", '{"windows":[{"from":"22:00","until":"24:30"}]}'],
    ["a window of no length", '{"windows":[{"from":"22:00","until":"22:00"}]}'],
    ["a window in no time zone", '{"windows":[{"from":"22:00","until":"06:00","timeZone":"Mars"}]}'],
  ] as const)("with %s leaves the last good one in force and warns once", async ([, nonsense]) => {
    const { world, say } = reading();
    await say('{"paused":true}');
    expect(await say(nonsense)).toEqual({ paused: true });
    expect(await say(nonsense)).toEqual({ paused: true });
    const warnings = world.logged.filter(({ level }) => level === "warn");
    expect(warnings).toEqual([
      expect.objectContaining({
        event: "control.unreadable",
        fields: expect.objectContaining({
          key: "jobs/job/control.json",
          inForce: { paused: true },
        }) as unknown,
      }),
    ]);
  });

  it("is obeyed again once it can be read", async () => {
    const { say } = reading();
    await say("nonsense");
    expect(await say('{"paused":true}')).toEqual({ paused: true });
  });

  it("is logged when it changes, not each time it is read", async () => {
    const { world, say } = reading();
    await say('{"paused":true}');
    await say('{"paused":true}');
    expect(world.logged.map(({ event }) => event)).toEqual(["control.changed"]);
  });
});

describe("a window of control.json", () => {
  const NIGHT =
    '{"bytesPerSecond":100,"windows":[{"from":"22:00","until":"06:00","bytesPerSecond":null,"requestsPerSecond":9}]}';

  it("opens and closes by the store's clock: the worker's has no say", async () => {
    const { world, say } = reading();
    const midnight = await say(NIGHT);
    await world.clock.advance(6 * 3_600_000);
    const six = await say(NIGHT);
    await world.clock.advance(16 * 3_600_000 - 1_000);
    const almostTen = await say(NIGHT);
    await world.clock.advance(1_000);
    const ten = await say(NIGHT);

    expect(midnight).toEqual({ paused: false, requestsPerSecond: 9 });
    expect(six).toEqual({ paused: false, bytesPerSecond: 100 });
    expect(almostTen).toEqual(six);
    expect(ten).toEqual(midnight);
    expect(world.logged.map(({ event, fields }) => ({ event, fields }))).toEqual(
      [midnight, six, ten].map((fields) => ({ event: "control.changed", fields })),
    );
  });

  it("lies on top of what holds outside, and a later one on top of an earlier one", async () => {
    const { say } = reading();
    const windows = [
      { from: "22:00", until: "06:00", bytesPerSecond: 2, requestsPerSecond: 3 },
      { from: "00:00", until: "01:00", timeZone: "UTC", requestsPerSecond: 4 },
    ];
    expect(await say(JSON.stringify({ paused: true, bytesPerSecond: 1, windows }))).toEqual({
      paused: true,
      bytesPerSecond: 2,
      requestsPerSecond: 4,
    });
  });
});

describe("the revision", () => {
  it("is of what is obeyed: it changes with the text, and not with a text that cannot be read", async () => {
    const { say, revision } = reading();
    const absent = await revision();
    await say('{"paused":true}');
    const paused = await revision();
    await say("nonsense");
    const nonsense = await revision();
    await say('{"paused":false}');

    expect(absent).toBe("none");
    expect(paused).toMatch(/^[0-9a-f]{12}$/u);
    expect(nonsense).toBe(paused);
    expect(await revision()).not.toBe(paused);
  });
});

describe("one worker's share", () => {
  it("is an equal part of the fleet's limits", () => {
    expect(shareLimits({ paused: false, bytesPerSecond: 100, requestsPerSecond: 50 }, 4)).toEqual({
      paused: false,
      bytesPerSecond: 25,
      requestsPerSecond: 12.5,
    });
  });

  it("is all of it for a worker that sees nobody yet, not even itself", () => {
    expect(shareLimits({ paused: false, bytesPerSecond: 100 }, 0)).toEqual({
      paused: false,
      bytesPerSecond: 100,
    });
  });

  it("is never more than the worker's own limit", () => {
    expect(shareLimits({ paused: false }, 4, 10)).toEqual({ paused: false, bytesPerSecond: 10 });
    expect(shareLimits({ paused: false, bytesPerSecond: 100 }, 4, 10)).toMatchObject({ bytesPerSecond: 10 });
    expect(shareLimits({ paused: false, bytesPerSecond: 100 }, 4, 90)).toMatchObject({ bytesPerSecond: 25 });
  });

  it("is no limit where the operator sets none", () => {
    expect(shareLimits({ paused: true }, 3)).toEqual({ paused: true });
  });
});
