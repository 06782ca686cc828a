import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";
import { systemClock } from "../../../core/clock.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { S3Source } from "../../../storage/s3/source.ts";
import { describeSourceStore, type SourceUnderTest } from "../../contract/source-store.ts";

const ACCESS_KEY = { accessKeyId: "S3RVER", accessKeySecret: "S3RVER" };

/** s3rver keeps each object as a file of that name, and has not seen a change since 2021. */
const FILE_NAMES = "s3rver makes a file name of the key, which changes it";
const LONG_NAMES = "s3rver's file system takes no name that long";
const DEVIATIONS = {
  "two slashes": FILE_NAMES,
  "only slashes inside": FILE_NAMES,
  "parent segments": FILE_NAMES,
  "parent segments at the start": FILE_NAMES,
  "dot segments": FILE_NAMES,
  "a leading slash": FILE_NAMES,
  "only a slash": FILE_NAMES,
  "1,023 bytes": LONG_NAMES,
  "1,024 bytes": LONG_NAMES,
  order: "s3rver lists in the order of its directories",
  startAfter: "s3rver compares UTF-16 units",
  pages: "s3rver makes its tokens with DES, which OpenSSL 3 has no more",
  firstByte: "s3rver takes a range that ends at 0 for one without an end",
  tags: "s3rver does not count tags",
  archive: "s3rver knows no storage class",
  restore: "s3rver knows no storage class",
};

describeSourceStore("S3, against s3rver", openS3rver, DEVIATIONS);

async function openS3rver(): Promise<SourceUnderTest> {
  const directory = await mkdtemp(join(tmpdir(), "s3rver-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "source", configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const sdk = new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    credentials: { accessKeyId: ACCESS_KEY.accessKeyId, secretAccessKey: ACCESS_KEY.accessKeySecret },
  });
  const open = (bucket: string): S3Source =>
    new S3Source({
      store: "source",
      endpoint,
      region: "us-east-1",
      bucket,
      credentials: staticCredentials(ACCESS_KEY),
      clock: systemClock,
    });
  const source = open("source");
  const sourceWithoutBucket = open("no-such-bucket");
  return {
    source,
    sourceWithoutBucket,
    seed: async (key, bytes, { headers = {}, user = {}, tags } = {}) => {
      await sdk.send(
        new PutObjectCommand({
          Bucket: "source",
          Key: key,
          Body: bytes,
          ContentType: headers["content-type"],
          CacheControl: headers["cache-control"],
          ContentDisposition: headers["content-disposition"],
          ContentEncoding: headers["content-encoding"],
          ContentLanguage: headers["content-language"],
          Metadata: { ...user },
          ...(tags === undefined ? {} : { Tagging: new URLSearchParams(tags).toString() }),
        }),
      );
    },
    remove: async (key) => {
      await sdk.send(new DeleteObjectCommand({ Bucket: "source", Key: key }));
    },
    finishRestore: async () => undefined,
    close: async () => {
      await Promise.all([source.close(), sourceWithoutBucket.close()]);
      sdk.destroy();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
