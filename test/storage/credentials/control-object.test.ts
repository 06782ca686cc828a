import { describe, expect, it } from "vitest";
import { FerryError } from "../../../core/errors.ts";
import { encodeJson } from "../../../core/protocol/codec.ts";
import { SOURCE_CREDENTIALS_KEY } from "../../../core/protocol/source-credentials.ts";
import { controlObjectCredentials } from "../../../storage/credentials/control-object.ts";
import { MemoryBucket } from "../../../storage/memory/bucket.ts";
import { MemoryControl } from "../../../storage/memory/control.ts";
import { FakeClock } from "../../support/fake-clock.ts";

function put(bucket: MemoryBucket, accessKeyId: string): void {
  const pair = { format: 1, accessKeyId, accessKeySecret: "not shown", setAt: "2026-01-01T00:00:00Z" };
  bucket.put(SOURCE_CREDENTIALS_KEY, encodeJson(pair));
}

describe("the source's keys in the control bucket", () => {
  it("are read once and used until it is time to look again", async () => {
    const clock = new FakeClock();
    const bucket = new MemoryBucket(clock);
    put(bucket, "first");
    const provider = controlObjectCredentials(new MemoryControl(bucket), { clock, random: () => 0.5 });

    const before = await provider.get();
    put(bucket, "second");
    const stillBefore = await provider.get();
    await clock.advance(16 * 60_000);
    const after = await provider.get();

    expect([before, stillBefore, after].map((pair) => pair.accessKeyId)).toEqual([
      "first",
      "first",
      "second",
    ]);
  });

  it("are read again at once when the source refuses them", async () => {
    const clock = new FakeClock();
    const bucket = new MemoryBucket(clock);
    put(bucket, "refused");
    const provider = controlObjectCredentials(new MemoryControl(bucket), { clock, random: () => 0.5 });
    const refused = await provider.get();
    put(bucket, "rotated");

    provider.reject(refused);

    expect((await provider.get()).accessKeyId).toBe("rotated");
  });

  it("are missed with a line that says what to do", async () => {
    const clock = new FakeClock();
    const control = new MemoryControl(new MemoryBucket(clock));
    const provider = controlObjectCredentials(control, { clock, random: () => 0.5 });

    const error = await provider.get().catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(FerryError);
    expect(error).toMatchObject({
      code: "CREDENTIALS_MISSING",
      message: expect.stringContaining("credentials set") as string,
    });
  });
});
