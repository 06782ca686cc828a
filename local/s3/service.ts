import type { Answer } from "../http/exchange.ts";
import type { Dialect } from "../http/server.ts";
import { admit } from "./access.ts";
import * as buckets from "./buckets.ts";
import type { S3Context, SignedExchange } from "./context.ts";
import { answerS3Error, s3Errors } from "./errors.ts";
import * as listings from "./listings.ts";
import * as multipart from "./multipart.ts";
import * as objects from "./objects.ts";
import { s3OperationOf } from "./operations.ts";
import { restoreObject } from "./restore.ts";
import * as settings from "./settings.ts";
import { claimedS3AccessKey } from "./signature-v4.ts";
import * as tagging from "./tagging.ts";

type Operation = (context: S3Context, exchange: SignedExchange) => Answer | Promise<Answer>;

/** Everything this service can do, by the name S3's API reference gives it. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  AbortMultipartUpload: multipart.abortMultipartUpload,
  CompleteMultipartUpload: multipart.completeMultipartUpload,
  CopyObject: objects.copyObject,
  CreateBucket: buckets.createBucket,
  CreateMultipartUpload: multipart.createMultipartUpload,
  DeleteBucket: buckets.deleteBucket,
  DeleteBucketLifecycle: settings.deleteBucketLifecycle,
  DeleteBucketPolicy: settings.deleteBucketPolicy,
  DeleteObject: objects.deleteObject,
  DeleteObjects: buckets.deleteObjects,
  DeleteObjectTagging: tagging.deleteObjectTagging,
  GetBucketLifecycleConfiguration: settings.getBucketLifecycle,
  GetBucketLocation: buckets.getBucketLocation,
  GetBucketPolicy: settings.getBucketPolicy,
  GetBucketVersioning: buckets.getBucketVersioning,
  GetObject: objects.getObject,
  GetObjectTagging: tagging.getObjectTagging,
  HeadBucket: buckets.headBucket,
  HeadObject: objects.headObject,
  ListBuckets: buckets.listBuckets,
  ListMultipartUploads: multipart.listMultipartUploads,
  ListObjects: listings.listObjects,
  ListObjectsV2: listings.listObjectsV2,
  ListParts: multipart.listParts,
  PutBucketLifecycleConfiguration: settings.putBucketLifecycle,
  PutBucketPolicy: settings.putBucketPolicy,
  PutObject: objects.putObject,
  PutObjectTagging: tagging.putObjectTagging,
  RestoreObject: restoreObject,
  UploadPart: multipart.uploadPart,
};

/** S3 as its API reference describes it, so far as a migration's source needs it. */
export function s3Dialect(context: S3Context): Dialect {
  return {
    service: "s3",
    serviceHosts: ["localhost", `s3.${context.region}.amazonaws.com`, "s3.amazonaws.com"],
    requestIdDigits: 16,
    operationOf: s3OperationOf,
    claimedClient: (request, query) =>
      claimedS3AccessKey(request.headers.authorization, query.get("X-Amz-Credential")),
    handle: async (exchange) => {
      const admitted = admit(context, exchange);
      const operation = OPERATIONS[exchange.operation];
      if (operation === undefined) throw s3Errors.notImplemented(exchange.operation);
      return operation(context, admitted);
    },
    answerError: answerS3Error,
    commonHeaders: (exchange) => ({ server: "AmazonS3", "x-amz-request-id": exchange.requestId }),
    expiredCredentials: s3Errors.expiredToken,
  };
}
