import { describe, expect, it } from "vitest";
import { decodeJson, encodeJson } from "../../../core/protocol/codec.ts";
import type { UploadSharing } from "../../../core/protocol/shared-upload.ts";
import { spanPartitionSchema } from "../../../core/protocol/span-partition.ts";
import { shareUpload } from "../../../worker/huge-object/share-upload.ts";
import { HUGE_SPEC, sharingKey, UPLOAD } from "../../support/huge-object.ts";
import { forever, protocolWorld, ROOT, watched, type ProtocolWorld } from "../../support/protocol-world.ts";

const share = (world: ProtocolWorld, epoch = 1): Promise<UploadSharing> =>
  world.clock.runUntilSettled(
    shareUpload(world.context, { partitionId: ROOT, epoch }, UPLOAD, async () => 2, forever),
  );

const hints = (world: ProtocolWorld): string[] =>
  world.stored().flatMap((key) => (key.startsWith("open/") ? [key.slice("open/".length)] : []));

describe("sharing the upload of a huge object", () => {
  it("cuts its parts into spans and opens them all", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    const { spans } = await share(world);
    expect(spans).toHaveLength(16);
    expect(hints(world)).toEqual(spans.map(({ partitionId }) => partitionId).toSorted());
  });

  it("enters each span into the manifest with all that sending it takes", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    const { spans } = await share(world);
    for (const { partitionId, span } of spans) {
      const key = world.context.keys.manifest(partitionId);
      const body = world.bucket.objects.get(key)?.bytes ?? Buffer.alloc(0);
      expect(decodeJson(spanPartitionSchema, key, body)).toEqual({
        partitionId,
        parentId: ROOT,
        upload: UPLOAD,
        span,
      });
    }
  });

  it("names spans once they are in the manifest, and opens them once they are named", async () => {
    const writes = new Set<string>();
    const world = protocolWorld({
      spec: HUGE_SPEC,
      control: (store) =>
        watched(store, (operation, key) => {
          if (operation !== "get") writes.add(key.split("/")[2] ?? "");
        }),
    });
    await share(world);
    expect([...writes]).toEqual(["manifest", "shared", "open"]);
  });

  it("goes on with the spans of a predecessor and opens those that nobody claimed", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    const first = await share(world);
    const [claimed, ...others] = first.spans.map(({ partitionId }) => partitionId);
    for (const hint of hints(world)) world.bucket.objects.delete(world.context.keys.open(hint));
    world.bucket.put(world.context.keys.claim(claimed ?? "", 1), Buffer.from("{}"));
    expect(await share(world, 2)).toEqual(first);
    expect(hints(world)).toEqual(others.toSorted());
  });

  it("lets the cut stand that another recorded while it was cutting", async () => {
    const theirs: UploadSharing = {
      partitionId: ROOT,
      epoch: 1,
      upload: UPLOAD,
      spans: [{ partitionId: "00000000000c", span: { first: 1, last: 16 } }],
    };
    const world: ProtocolWorld = protocolWorld({
      spec: HUGE_SPEC,
      control: (store) =>
        watched(store, (operation, key) => {
          if (operation === "create" && key === sharingKey(world)) world.bucket.put(key, encodeJson(theirs));
        }),
    });
    expect(await share(world, 2)).toEqual(theirs);
    expect(hints(world)).toEqual(["00000000000c"]);
  });

  it("cuts another upload of the same object anew", async () => {
    const world = protocolWorld({ spec: HUGE_SPEC });
    const first = await share(world);
    const again = await world.clock.runUntilSettled(
      shareUpload(
        world.context,
        { partitionId: ROOT, epoch: 1 },
        { ...UPLOAD, uploadId: "upload-2", sourceEtag: "changed" },
        async () => 2,
        forever,
      ),
    );
    expect(again.upload.uploadId).toBe("upload-2");
    expect(again.spans).not.toEqual(first.spans);
  });
});
