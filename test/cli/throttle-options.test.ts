import { describe, expect, it } from "vitest";
import { changeLimits } from "../../cli/change-limits.ts";
import { throttleChange, type ThrottleOptions } from "../../cli/throttle-options.ts";
import {
  type ControlSettings,
  controlSettingsSchema,
  encodeControl,
  MOST_WINDOWS,
  NO_LIMITS,
} from "../../core/protocol/control-settings.ts";
import { decodeJson } from "../../core/protocol/codec.ts";

const NIGHT = { window: "22:00-06:00", timeZone: "Asia/Shanghai" } as const;

/** What `control.json` says after these commands, one after the other, as a worker reads it. */
function after(commands: readonly ThrottleOptions[], before: ControlSettings = NO_LIMITS): ControlSettings {
  const settings = commands.reduce((each, options) => {
    const change = throttleChange(options);
    if (change === undefined) throw new Error("the command changes nothing");
    return changeLimits(each, change);
  }, before);
  return decodeJson(controlSettingsSchema, "control.json", encodeControl(settings));
}

describe("throttle", () => {
  it("sets what it names in the units of the protocol, and leaves the rest", () => {
    expect(after([{ mbps: "400" }])).toEqual({ paused: false, windows: [], bytesPerSecond: 50_000_000 });
    expect(after([{ mbps: "0.8" }, { rps: "2000" }])).toEqual({
      paused: false,
      windows: [],
      bytesPerSecond: 100_000,
      requestsPerSecond: 2_000,
    });
  });

  it("takes off what is to be unlimited", () => {
    expect(after([{ mbps: "400", rps: "10" }, { mbps: "unlimited" }])).toEqual({
      paused: false,
      windows: [],
      requestsPerSecond: 10,
    });
  });

  it("keeps a pause", () => {
    const paused = { ...NO_LIMITS, paused: true };
    expect(after([{ mbps: "8" }], paused)).toMatchObject({ paused: true, bytesPerSecond: 1_000_000 });
    expect(after([{ mbps: "8" }, { off: true }], paused)).toEqual(paused);
  });

  it("adds a window, changes it, and takes it off again", () => {
    const [from, until] = ["22:00", "06:00"];
    const night = { from, until, timeZone: "Asia/Shanghai" };
    const added = after([{ mbps: "8" }, { mbps: "unlimited", ...NIGHT }]);
    expect(added).toMatchObject({ bytesPerSecond: 1_000_000, windows: [{ ...night, bytesPerSecond: null }] });
    const changed = after(
      [
        { rps: "5", ...NIGHT },
        { rps: "7", window: NIGHT.window },
      ],
      added,
    );
    expect(changed.windows).toEqual([
      { ...night, bytesPerSecond: null, requestsPerSecond: 5 },
      { ...night, timeZone: "UTC", requestsPerSecond: 7 },
    ]);
    expect(after([{ off: true, ...NIGHT }], changed).windows).toEqual([
      { ...night, timeZone: "UTC", requestsPerSecond: 7 },
    ]);
    expect(after([{ off: true }], changed)).toEqual(NO_LIMITS);
  });

  it("without options changes nothing", () => {
    expect(throttleChange({})).toBeUndefined();
  });

  it.for([
    [
      { mbps: "fast" },
      '--mbps "fast": must be a number above 0, or `unlimited`; `oss-ferry pause` stops the fleet',
    ],
    [{ mbps: "0" }, /^--mbps "0": must be a number above 0/u],
    [{ rps: "-5" }, /^--rps "-5": must be a number above 0/u],
    [{ rps: "1e3" }, /^--rps "1e3": must be/u],
    [{ mbps: "" }, /^--mbps "": must be/u],
    [{ off: true, mbps: "5" }, "--off takes limits away: leave --mbps and --rps out"],
    [{ timeZone: "UTC" }, "--time-zone is of a window: give --window too"],
    [{ window: "22:00-06:00" }, /^--window: say with --mbps or --rps what holds in it/u],
    [{ window: "10pm-6am", rps: "5" }, /^--window "10pm-6am": must be two different times of day/u],
    [{ window: "22:00-22:00", rps: "5" }, /must be two different times/u],
    [{ window: "22:00-24:00", rps: "5" }, /must be two different times/u],
    [{ window: "22:00", rps: "5" }, /must be two different times/u],
    [{ ...NIGHT, timeZone: "Shanghai", rps: "5" }, /^--time-zone "Shanghai": must be UTC or a name/u],
    [{ off: true, window: "01:00-02:00" }, "--window: there is no such window; there are none"],
  ] as const)("refuses %o", ([options, message]) => {
    const refused = (): unknown => after([options]);
    expect(refused).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(refused).toThrow(message);
  });

  it("names the windows there are when it is to take off another, and refuses more than workers would read", () => {
    const many = Array.from({ length: MOST_WINDOWS }, (_, hour) => {
      const time = `${String(hour).padStart(2, "0")}:`;
      return { rps: "5", window: `${time}00-${time}30` };
    });
    const settings = after(many);
    expect(settings.windows).toHaveLength(MOST_WINDOWS);
    expect(() => after([{ rps: "5", ...NIGHT }], settings)).toThrow("24 windows are the most");
    expect(() => after([{ off: true, ...NIGHT }], after([{ rps: "5", window: "01:00-02:00" }]))).toThrow(
      "--window: there is no such window; there are 01:00-02:00 UTC",
    );
  });
});
