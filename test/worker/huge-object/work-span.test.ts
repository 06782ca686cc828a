import { describe, expect, it } from "vitest";
import { decodeJson } from "../../../core/protocol/codec.ts";
import { spanCompletionSchema, type SpanCompletion } from "../../../core/protocol/span-partition.ts";
import type { SpanResult } from "../../../worker/copy-engine.ts";
import { workSpan } from "../../../worker/huge-object/work-span.ts";
import { completeSpan, HUGE_SPEC, UPLOAD } from "../../support/huge-object.ts";
import { forever, protocolWorld, ROOT, type ProtocolWorld } from "../../support/protocol-world.ts";

const SPAN_ID = "00000000000c";
const SPAN = { first: 3, last: 4 };
const PARTS = [
  { n: 3, etag: "x", crc64: "7" },
  { n: 4, etag: "y", crc64: "8" },
];

/** Works on the span with an engine that answers so; resolves to what the engine was asked. */
async function work(world: ProtocolWorld, result: SpanResult): Promise<unknown[]> {
  const asked: unknown[] = [];
  const sendSpan = async (...[upload, span]: readonly unknown[]): Promise<SpanResult> => {
    asked.push(upload, span);
    return result;
  };
  const partition = { partitionId: SPAN_ID, parentId: ROOT, upload: UPLOAD, span: SPAN };
  await world.clock.runUntilSettled(
    workSpan(
      world.context,
      partition,
      2,
      { workerId: "w", engine: { sendSpan }, leaseSignal: forever },
      forever,
    ),
  );
  return asked;
}

function recorded(world: ProtocolWorld): SpanCompletion {
  const key = world.context.keys.done(SPAN_ID);
  return decodeJson(spanCompletionSchema, key, world.bucket.objects.get(key)?.bytes ?? Buffer.alloc(0));
}

describe("the holder of a span", () => {
  it("sends its parts of the upload and records them", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    expect(await work(world, { outcome: "stored", parts: PARTS })).toEqual([UPLOAD, SPAN]);
    expect(recorded(world)).toEqual({
      partitionId: SPAN_ID,
      epoch: 2,
      workerId: "w",
      outcome: "stored",
      parts: PARTS,
    });
  });

  it("records why a span could not be sent, so that nobody waits for it", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    await work(world, { outcome: "changed", detail: "another version", parts: PARTS.slice(1) });
    expect(recorded(world)).toMatchObject({
      outcome: "changed",
      detail: "another version",
      parts: [{ n: 4 }],
    });
  });

  it("sends nothing of an object whose partition is complete", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    world.bucket.put(world.context.keys.done(ROOT), Buffer.from("{}"));
    expect(await work(world, { outcome: "stored", parts: PARTS })).toEqual([]);
    expect(recorded(world)).toMatchObject({ outcome: "over", parts: [] });
  });

  it("lets a record stand that came first", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    completeSpan(world, SPAN_ID, SPAN);
    await work(world, { outcome: "failed", parts: [] });
    expect(recorded(world)).toMatchObject({ outcome: "stored", workerId: "other" });
    expect(world.logged.map(({ event }) => event)).toContain("partition.conflict");
  });
});
