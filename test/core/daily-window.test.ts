import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpenAt, isTimeOfDay, isTimeZone } from "../../core/daily-window.ts";

const at = (time: string): number => Date.parse(`2026-01-15T${time}Z`);

describe("a daily window", () => {
  it("is open from its first minute until just before its last", () => {
    const window = { from: "08:00", until: "18:30", timeZone: "UTC" };
    expect(isOpenAt(window, at("07:59:59"))).toBe(false);
    expect(isOpenAt(window, at("08:00:00"))).toBe(true);
    expect(isOpenAt(window, at("18:29:59"))).toBe(true);
    expect(isOpenAt(window, at("18:30:00"))).toBe(false);
  });

  it("may cross midnight", () => {
    const window = { from: "22:00", until: "06:00", timeZone: "UTC" };
    expect(isOpenAt(window, at("21:59:59"))).toBe(false);
    for (const time of ["22:00:00", "23:59:59", "00:00:00", "05:59:59"]) {
      expect(isOpenAt(window, at(time))).toBe(true);
    }
    expect(isOpenAt(window, at("06:00:00"))).toBe(false);
  });

  it("goes by the clocks of its time zone, in summer and in winter", () => {
    const window = { from: "08:00", until: "09:00", timeZone: "Europe/Berlin" };
    expect(isOpenAt(window, Date.parse("2026-01-15T07:30:00Z"))).toBe(true);
    expect(isOpenAt(window, Date.parse("2026-07-15T07:30:00Z"))).toBe(false);
    expect(isOpenAt(window, Date.parse("2026-07-15T06:30:00Z"))).toBe(true);
    expect(isOpenAt({ ...window, timeZone: "Asia/Shanghai" }, at("00:30:00"))).toBe(true);
  });

  it("and the one from its end to its beginning share out every moment", () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    fc.assert(
      fc.property(time, time, fc.nat({ max: 2 ** 41 }), (from, until, nowMs) => {
        fc.pre(from !== until);
        const isOpen = isOpenAt({ from, until, timeZone: "UTC" }, nowMs);
        expect(isOpenAt({ from: until, until: from, timeZone: "UTC" }, nowMs)).toBe(!isOpen);
      }),
    );
  });
});

it("knows times of day and time zones from other words", () => {
  expect(["00:00", "23:59"].map(isTimeOfDay)).toEqual([true, true]);
  expect(["24:00", "9:00", "12:60", "noon", ""].map(isTimeOfDay)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(["UTC", "Asia/Shanghai"].map(isTimeZone)).toEqual([true, true]);
  expect(["Mars", "", "Asia/"].map(isTimeZone)).toEqual([false, false, false]);
});
