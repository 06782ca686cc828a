import { startLocalCloud } from "../../../local/cloud.ts";
import { keyOf } from "../../../local/store/keys.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { describeSourceStore } from "../../contract/source-store.ts";
import { s3Options, toBytes } from "../support/local-stores.ts";

describeSourceStore("S3", async () => {
  const cloud = await startLocalCloud();
  cloud.s3.createBucket("source");
  const source = new S3Source(s3Options(cloud, "source"));
  const sourceWithoutBucket = new S3Source(s3Options(cloud, "no-such-bucket"));
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
    close: async () => {
      await source.close();
      await sourceWithoutBucket.close();
      await cloud.close();
    },
  };
});
