import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { watchAbort } from "../../../storage/http/abort-watch.ts";
import { Bag } from "../../../storage/http/bag.ts";

describe("watching a signal that many requests share", () => {
  it("tells every request that still watches, and none that has stopped", () => {
    const controller = new AbortController();
    const told: string[] = [];
    watchAbort(controller.signal, () => told.push("first"));
    const stop = watchAbort(controller.signal, () => told.push("stopped"));
    watchAbort(controller.signal, () => told.push("last"));

    stop();
    controller.abort();

    expect(told.sort()).toEqual(["first", "last"]);
  });

  it("puts one listener on the signal, however many watch", () => {
    const { signal } = new AbortController();

    const stops = Array.from({ length: 100 }, () => watchAbort(signal, () => undefined));
    for (const stop of stops) stop();
    watchAbort(signal, () => undefined);

    expect(getEventListeners(signal, "abort")).toHaveLength(1);
  });

  it("lets a request stop watching while the others are told", () => {
    const controller = new AbortController();
    const told: number[] = [];
    const stops = [0, 1, 2].map((number) => watchAbort(controller.signal, () => told.push(number)));
    watchAbort(controller.signal, () => stops.forEach((stop) => stop()));

    controller.abort();

    expect(new Set(told)).toEqual(new Set([0, 1, 2]));
  });
});

describe("a bag", () => {
  it("holds what was added and not removed, in whatever order things go", () => {
    const bag = new Bag<string>();
    const slots = ["a", "b", "c", "d"].map((item) => bag.add(item));

    for (const index of [0, 3]) {
      const slot = slots[index];
      if (slot !== undefined) bag.remove(slot);
    }
    bag.add("e");

    expect(bag.items().sort()).toEqual(["b", "c", "e"]);
    expect(bag.size).toBe(3);
  });
});
