import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { Batch } from "../../../worker/transfer/batch.ts";
import { copyOf } from "../../support/transfer-world.ts";

describe("a batch that is finished", () => {
  it("leaves no listener behind that would keep its records alive as long as the worker lives", async () => {
    const object = { key: "a", sizeBytes: 1, etag: "e", lastModifiedMs: 0, storageClass: "STANDARD" };
    const { signal } = new AbortController();
    const batch = new Batch([copyOf(object)], { partitionId: "00000000000a", epoch: 1, signal });
    const task = batch.next();
    batch.finish(
      task?.index ?? 0,
      { key: "a", outcome: "copied", sizeBytes: 1, sourceEtag: "e", sourceLastModifiedMs: 0 },
      undefined,
    );
    expect(await batch.records).toHaveLength(1);
    expect(getEventListeners(batch.signal, "abort")).toHaveLength(0);
  });
});
