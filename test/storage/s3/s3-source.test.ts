import { startLocalCloud } from "../../../local/cloud.ts";
import { keyOf } from "../../../local/store/keys.ts";
import type { S3Options } from "../../../storage/s3/client.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { describeSourceStore, type SourceUnderTest } from "../../contract/source-store.ts";
import { s3Options, toBytes } from "../support/local-stores.ts";

async function openSource(dialect: Partial<S3Options> = {}): Promise<SourceUnderTest> {
  const cloud = await startLocalCloud();
  cloud.s3.createBucket("source");
  cloud.s3.times.restoreMs = Infinity;
  const source = new S3Source(s3Options(cloud, "source", dialect));
  const sourceWithoutBucket = new S3Source(s3Options(cloud, "no-such-bucket", dialect));
  return {
    source,
    sourceWithoutBucket,
    seed: (key, bytes, { headers = {}, user = {}, tags = {}, storageClass = "STANDARD" } = {}) =>
      cloud.s3.putObject("source", key, bytes, {
        contentHeaders: headers,
        userMetadata: user,
        tags: toBytes(tags),
        storageClass,
      }),
    remove: async (key) => {
      cloud.s3.bucket("source").delete(keyOf(key));
    },
    ...(dialect.listsRestoreStatus === true ? { archiveListed: ["archived", "restoring", "restored"] } : {}),
    finishRestore: async () => cloud.s3.finishRestores("source"),
    close: async () => {
      await source.close();
      await sourceWithoutBucket.close();
      await cloud.close();
    },
  };
}

describeSourceStore("S3", () => openSource({ listsRestoreStatus: true }));
describeSourceStore("S3 that lists no restores", openSource);
describeSourceStore("S3 with the older LIST", () => openSource({ listVersion: 1 }));
describeSourceStore("S3 with keys that are not encoded", () => openSource({ encodesListings: false }));
