import { startLocalCloud } from "../../../local/cloud.ts";
import { keyOf } from "../../../local/store/keys.ts";
import { OssSource } from "../../../storage/oss/source.ts";
import { S3_ONLY_KEYS } from "../../contract/key-corpus.ts";
import { describeSourceStore } from "../../contract/source-store.ts";
import { ossOptions, toBytes } from "../support/local-stores.ts";

/** OSS has no such objects to list. */
const REFUSED_BY_OSS = Object.fromEntries(
  Object.keys(S3_ONLY_KEYS).map((what) => [what, "OSS takes no such key"]),
);

describeSourceStore(
  "OSS",
  async () => {
    const cloud = await startLocalCloud();
    cloud.oss.createBucket("source");
    cloud.oss.times.restoreMs = Infinity;
    const source = new OssSource(ossOptions(cloud, "source", { store: "source" }));
    const sourceWithoutBucket = new OssSource(ossOptions(cloud, "no-such-bucket", { store: "source" }));
    return {
      source,
      sourceWithoutBucket,
      finishRestore: async () => cloud.oss.finishRestores("source"),
      archiveListed: [undefined, "restoring", "restored"],
      classes: { usual: "Standard", archived: "Archive" },
      seed: (key, bytes, { headers = {}, user = {}, tags = {}, storageClass = "Standard" } = {}) =>
        cloud.oss.putObject("source", key, bytes, {
          contentHeaders: headers,
          userMetadata: user,
          tags: toBytes(tags),
          storageClass,
        }),
      remove: async (key) => {
        cloud.oss.bucket("source").delete(keyOf(key));
      },
      close: async () => {
        await source.close();
        await sourceWithoutBucket.close();
        await cloud.close();
      },
    };
  },
  REFUSED_BY_OSS,
);
