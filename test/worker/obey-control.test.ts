import { describe, expect, it } from "vitest";
import type { ControlSettings } from "../../core/protocol/control-settings.ts";
import { createControlReader, shareLimits } from "../../worker/obey-control.ts";
import { forever, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

interface Reading {
  readonly world: ProtocolWorld;
  /** Writes control.json, or deletes it, and reads it as a worker does. */
  readonly say: (text: string | undefined) => Promise<ControlSettings>;
}

function reading(): Reading {
  const world = protocolWorld();
  const { control, keys, log } = world.context;
  const reader = createControlReader(control, keys, log);
  return {
    world,
    say: (text) => {
      if (text === undefined) world.bucket.objects.delete(keys.control);
      else world.bucket.put(keys.control, Buffer.from(text));
      return world.clock.runUntilSettled(reader.read(forever));
    },
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
