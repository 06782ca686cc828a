import { describe, expect, it } from "vitest";
import type { StoreErrorCode } from "../../../core/errors.ts";
import { MULTIPART_BYTES, SMALL_BYTES, STREAMED_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const FOREVER = Number.POSITIVE_INFINITY;
const MINUTE_MS = 60_000;

describe("trouble that passes", () => {
  const transient: StoreErrorCode[] = ["THROTTLED", "SERVICE_ERROR", "NETWORK", "TIMEOUT", "BAD_RESPONSE"];
  const calls = [
    ["source.open", SMALL_BYTES],
    ["destination.put", SMALL_BYTES],
    ["source.open", STREAMED_BYTES],
    ["destination.put", STREAMED_BYTES],
    ["source.stat", MULTIPART_BYTES],
    ["source.open", MULTIPART_BYTES],
    ["destination.createUpload", MULTIPART_BYTES],
    ["destination.putPart", MULTIPART_BYTES],
    ["destination.completeUpload", MULTIPART_BYTES],
  ] as const;
  const cases = transient.flatMap((code) => calls.map(([on, sizeBytes]) => [code, on, sizeBytes] as const));

  it.for(cases)("%s of %s does not keep %d bytes from being copied", async ([code, on, sizeBytes]) => {
    const world = new TransferWorld({ faults: [{ on, times: 2, effect: { kind: "fail", code } }] });
    const bytes = world.given("a", sizeBytes);

    const records = await world.copy();

    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.engine.figures().retries).toBe(2);
    expect(world.controlKeys()).toEqual([]);
  });

  it("is recorded as the number of attempts", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", times: 2, effect: { kind: "fail", code: "NETWORK" } }],
    });
    world.given("a", SMALL_BYTES);

    expect(await world.copy()).toMatchObject([{ outcome: "copied", attempts: 3 }]);
  });

  it.for([SMALL_BYTES, STREAMED_BYTES, MULTIPART_BYTES])(
    "may be a body that breaks off (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({
        faults: [{ on: "source.open", effect: { kind: "truncate", atBytes: 700 } }],
      });
      const bytes = world.given("a", sizeBytes);

      const records = await world.copy();

      expect(records).toMatchObject([{ outcome: "copied" }]);
      expect(world.copyOf("a")?.equals(bytes)).toBe(true);
      expect(world.script.count("source.open")).toBeGreaterThan(sizeBytes === MULTIPART_BYTES ? 4 : 1);
    },
  );

  it("at the destination does not make us read a small object twice", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", times: 3, effect: { kind: "fail", code: "THROTTLED" } }],
    });
    world.given("a", SMALL_BYTES);

    await world.copy();

    expect(world.script.count("source.open")).toBe(1);
    expect(world.script.count("destination.put")).toBe(4);
  });

  it("is waited out for as long as the service asks", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", effect: { kind: "fail", code: "THROTTLED", retryAfterMs: 7_000 } }],
    });
    world.given("a", SMALL_BYTES);

    await world.copy();

    expect(world.clock.monotonicMs()).toBeGreaterThanOrEqual(7_000);
  });

  it("makes the waits longer and longer", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", times: 4, effect: { kind: "fail", code: "SERVICE_ERROR" } }],
    });
    world.given("a", SMALL_BYTES);

    await world.copy();

    // Half of 0.2, 0.4, 0.8 and 1.6 s: the random number of these tests is always 0.5.
    expect(world.clock.monotonicMs()).toBe(1_500);
  });
});

describe("trouble of one object", () => {
  it.for([
    ["source.open", SMALL_BYTES, "SOURCE_READ_FAILED"],
    ["destination.put", SMALL_BYTES, "DESTINATION_WRITE_FAILED"],
    ["source.open", STREAMED_BYTES, "SOURCE_READ_FAILED"],
    ["destination.put", STREAMED_BYTES, "DESTINATION_WRITE_FAILED"],
    ["source.stat", MULTIPART_BYTES, "SOURCE_READ_FAILED"],
    ["destination.putPart", MULTIPART_BYTES, "DESTINATION_WRITE_FAILED"],
    ["destination.completeUpload", MULTIPART_BYTES, "DESTINATION_WRITE_FAILED"],
  ] as const)("that does not pass, of %s with %d bytes, ends as %s", async ([on, sizeBytes, code]) => {
    const world = new TransferWorld({
      faults: [{ on, key: "a", times: FOREVER, effect: { kind: "fail", code: "SERVICE_ERROR" } }],
    });
    world.given("a", sizeBytes);
    world.given("b", SMALL_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([
      { key: "a", outcome: "failed", code },
      { key: "b", outcome: "copied" },
    ]);
    expect(world.copyOf("a")).toBeUndefined();
    expect(world.destinationStore.uploads.size).toBe(0);
    expect(world.controlKeys()).toEqual([]);
    expect(world.engine.figures()).toMatchObject({ failedObjects: 1, activeTransfers: 0 });
  });

  it("gets eight attempts, and more when all others are through", async () => {
    const world = new TransferWorld({
      faults: [
        { on: "source.open", key: "a", times: FOREVER, effect: { kind: "fail", code: "SERVICE_ERROR" } },
      ],
    });
    world.given("a", SMALL_BYTES);
    keepOthersSucceeding(world);

    const records = await world.copy();

    const attempts = world.script.count("source.open", "a");
    const { calls } = world.script;
    const withOthers = calls.slice(
      0,
      calls.findLastIndex((call) => call.startsWith("destination.put b")),
    );
    expect(withOthers.filter((call) => call === "source.open a")).toHaveLength(8);
    expect(attempts).toBeGreaterThanOrEqual(16);
    expect(records[0]).toMatchObject({ key: "a", outcome: "failed", attempts });
  });

  it("that has passed by the time all others are through is not recorded at all", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", key: "a", times: 8, effect: { kind: "fail", code: "SERVICE_ERROR" } }],
    });
    world.given("a", SMALL_BYTES);
    keepOthersSucceeding(world);

    const records = await world.copy();

    expect(records[0]).toMatchObject({ key: "a", outcome: "copied", attempts: 9 });
    expect(world.engine.figures().failedObjects).toBe(0);
  });

  it("is not taken for an outage though it is the only object left", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", times: FOREVER, effect: { kind: "fail", code: "SERVICE_ERROR" } }],
    });
    world.given("a", SMALL_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "failed", code: "DESTINATION_WRITE_FAILED" }]);
    expect(world.script.count("destination.stat")).toBeGreaterThan(0);
  });
});

/** For two minutes and more, so that both stores are plainly there. */
function keepOthersSucceeding(world: TransferWorld): void {
  for (let n = 0; n < 900; n++) world.given(`b${n}`, n % 10);
  world.engine.setLimits({ paused: false, requestsPerSecond: 16 });
}

describe("an outage", () => {
  const everything = (store: "source" | "destination", code: StoreErrorCode, times: number) =>
    (store === "source" ? ["list", "open", "stat"] : ["put", "stat", "createUpload", "putPart"]).map(
      (call) => ({
        on: `${store}.${call}`,
        times,
        effect: { kind: "fail", code } as const,
      }),
    );

  it.for(["source", "destination"] as const)("of the %s uses up nobody's attempts", async (store) => {
    const world = new TransferWorld({ faults: everything(store, "NETWORK", 60) });
    for (let n = 0; n < 4; n++) world.given(`k${n}`, SMALL_BYTES);

    const records = await world.copy();

    expect(world.engine.figures().retries).toBeGreaterThan(4 * 8);
    expect(records.map(({ outcome }) => outcome)).toEqual(["copied", "copied", "copied", "copied"]);
  });

  it.for(["source", "destination"] as const)(
    "of the %s that does not end gives the batch up and records nothing as failed",
    async (store) => {
      const world = new TransferWorld({ faults: everything(store, "TIMEOUT", FOREVER) });
      for (let n = 0; n < 20; n++) world.given(`k${n}`, n % 2 === 0 ? SMALL_BYTES : MULTIPART_BYTES);

      await expect(world.copy()).rejects.toMatchObject({ code: "STORE_UNAVAILABLE", fatal: true });

      expect(world.clock.monotonicMs()).toBeGreaterThan(10 * MINUTE_MS);
      expect(world.clock.monotonicMs()).toBeLessThan(12 * MINUTE_MS);
      expect(world.engine.figures()).toMatchObject({ failedObjects: 0, activeTransfers: 0 });
    },
  );

  it("is not hammered: retries become few", async () => {
    const world = new TransferWorld({ faults: everything("source", "SERVICE_ERROR", FOREVER) });
    for (let n = 0; n < 100; n++) world.given(`k${n}`, SMALL_BYTES);

    await expect(world.copy()).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });

    // A burst at first, then no more than one a second.
    expect(world.engine.figures().retries).toBeLessThan(64 + 8 + 11 * 60);
  });

  it("of a minute some time ago is not held against the next object in trouble", async () => {
    const world = new TransferWorld({ faults: everything("source", "NETWORK", 5) });
    world.given("a", SMALL_BYTES);
    const abort = new AbortController();
    const aborted = world.start(undefined, abort.signal);
    await world.clock.advance(1_000);
    abort.abort(new Error("drained"));
    await expect(aborted).rejects.toThrow("drained");
    await world.clock.advance(60 * MINUTE_MS);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
  });
});

describe("errors that no object is to blame for", () => {
  it.for(["BUCKET_NOT_FOUND", "CREDENTIALS_INVALID", "CLOCK_SKEWED", "WRONG_REGION"] as const)(
    "%s gives the batch up at once, with nothing left under way",
    async (code) => {
      const world = new TransferWorld({
        faults: [
          { on: "source.open", skip: 7, effect: { kind: "fail", code } },
          { on: "destination.put", times: FOREVER, effect: { kind: "hang" } },
        ],
      });
      for (let n = 0; n < 20; n++) world.given(`k${n}`, SMALL_BYTES);

      await expect(world.copy()).rejects.toMatchObject({ code });

      expect(world.engine.figures().activeTransfers).toBe(0);
    },
  );

  it("a mistake of this program fails the object that met it, and no other", async () => {
    const mistake = (): never => {
      throw new TypeError("as arranged");
    };
    const world = new TransferWorld({
      faults: [{ on: "source.open", key: "a", effect: { kind: "after", event: mistake } }],
    });
    world.given("a", SMALL_BYTES);
    world.given("b", SMALL_BYTES);

    expect(await world.copy()).toMatchObject([
      { key: "a", outcome: "failed", code: "INTERNAL_ERROR", detail: "TypeError: as arranged" },
      { key: "b", outcome: "copied" },
    ]);
  });

  it("expired credentials are tried again, as the drivers refresh them", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.put", times: 3, effect: { kind: "fail", code: "CREDENTIALS_EXPIRED" } }],
    });
    world.given("a", SMALL_BYTES);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
  });

  it("credentials that stay expired give the batch up", async () => {
    const world = new TransferWorld({
      faults: [
        { on: "destination.put", times: FOREVER, effect: { kind: "fail", code: "CREDENTIALS_EXPIRED" } },
      ],
    });
    world.given("a", SMALL_BYTES);

    await expect(world.copy()).rejects.toMatchObject({ code: "CREDENTIALS_EXPIRED" });
  });
});
