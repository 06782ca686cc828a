import { type Answer, type Exchange, ServiceError } from "../http/exchange.ts";
import type { Dialect } from "../http/server.ts";
import * as buckets from "./buckets.ts";
import type { OssContext } from "./context.ts";
import { answerOssError, ossErrors } from "./errors.ts";
import * as listings from "./listings.ts";
import * as multipart from "./multipart.ts";
import * as objects from "./objects.ts";
import { ossOperationOf } from "./operations.ts";
import { claimedOssAccessKey, verifyOssSignature } from "./signature-v4.ts";
import { restoreObject } from "./restore.ts";
import * as settings from "./settings.ts";
import * as tagging from "./tagging.ts";

type Operation = (context: OssContext, exchange: Exchange) => Answer | Promise<Answer>;

/** Everything this service can do, by the name OSS's documentation gives it. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  AbortMultipartUpload: multipart.abortMultipartUpload,
  AppendObject: objects.appendObject,
  CompleteMultipartUpload: multipart.completeMultipartUpload,
  CopyObject: objects.copyObject,
  DeleteBucket: buckets.deleteBucket,
  DeleteBucketLifecycle: settings.lifecycle.remove,
  DeleteBucketOverwriteConfig: settings.overwriteConfig.remove,
  DeleteBucketWebsite: settings.website.remove,
  DeleteMultipleObjects: buckets.deleteMultipleObjects,
  DeleteObject: objects.deleteObject,
  DeleteObjectTagging: tagging.deleteObjectTagging,
  GetBucketAcl: buckets.getBucketAcl,
  GetBucketInfo: buckets.getBucketInfo,
  GetBucketLifecycle: settings.lifecycle.get,
  GetBucketLocation: buckets.getBucketLocation,
  GetBucketOverwriteConfig: settings.overwriteConfig.get,
  GetBucketVersioning: buckets.getBucketVersioning,
  GetBucketWebsite: settings.website.get,
  GetObject: objects.getObject,
  GetObjectAcl: objects.getObjectAcl,
  GetObjectMeta: objects.getObjectMeta,
  GetObjectTagging: tagging.getObjectTagging,
  HeadObject: objects.headObject,
  InitiateMultipartUpload: multipart.initiateMultipartUpload,
  ListBuckets: buckets.listBuckets,
  ListMultipartUploads: multipart.listMultipartUploads,
  ListObjects: listings.listObjects,
  ListObjectsV2: listings.listObjectsV2,
  ListParts: multipart.listParts,
  PutBucket: buckets.putBucket,
  PutBucketLifecycle: settings.lifecycle.put,
  PutBucketOverwriteConfig: settings.overwriteConfig.put,
  PutBucketVersioning: buckets.putBucketVersioning,
  PutBucketWebsite: settings.website.put,
  PutObject: objects.putObject,
  PutObjectTagging: tagging.putObjectTagging,
  RestoreObject: restoreObject,
  UploadPart: multipart.uploadPart,
};

/** OSS as its API reference describes it, so far as a migration needs it. */
export function ossDialect(context: OssContext): Dialect {
  return {
    service: "oss",
    serviceHosts: [
      "localhost",
      `oss-${context.region}.aliyuncs.com`,
      `oss-${context.region}-internal.aliyuncs.com`,
    ],
    requestIdDigits: 24,
    operationOf: ossOperationOf,
    claimedClient: (request, query) =>
      claimedOssAccessKey(request.headers.authorization, query.get("x-oss-credential")),
    handle: async (exchange) => {
      verifyOssSignature(exchange, context.keys, context.region);
      const operation = OPERATIONS[exchange.operation];
      if (operation === undefined) {
        throw new ServiceError(
          501,
          "NotImplemented",
          `The local OSS does not implement this: ${exchange.operation}.`,
        );
      }
      return operation(context, exchange);
    },
    answerError: answerOssError,
    commonHeaders: (exchange) => ({ server: "AliyunOSS", "x-oss-request-id": exchange.requestId }),
    expiredCredentials: ossErrors.securityTokenExpired,
  };
}
