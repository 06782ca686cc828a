import { type Answer, type Exchange, ServiceError } from "../http/exchange.ts";
import { element, xmlDocument } from "../http/xml.ts";

/** The errors of S3 ("Error responses" in its API reference). */
export const s3Errors = {
  accessDenied: (message = "Access Denied") => new ServiceError(403, "AccessDenied", message),
  authorizationHeaderMalformed: (message: string, expectedRegion?: string) =>
    new ServiceError(
      400,
      "AuthorizationHeaderMalformed",
      message,
      expectedRegion === undefined
        ? {}
        : { elements: { Region: expectedRegion }, headers: { "x-amz-bucket-region": expectedRegion } },
    ),
  badDigest: (message: string) => new ServiceError(400, "BadDigest", message),
  bucketAlreadyOwnedByYou: () =>
    new ServiceError(
      409,
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.",
    ),
  bucketNotEmpty: () =>
    new ServiceError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty"),
  entityTooLarge: () =>
    new ServiceError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
  entityTooSmall: () =>
    new ServiceError(
      400,
      "EntityTooSmall",
      "Your proposed upload is smaller than the minimum allowed object size.",
    ),
  expiredToken: () => new ServiceError(400, "ExpiredToken", "The provided token has expired."),
  explicitlyDenied: (principal: string, action: string) =>
    new ServiceError(
      403,
      "AccessDenied",
      `User: ${principal} is not authorized to perform: ${action} with an explicit deny in a resource-based policy`,
    ),
  incompleteBody: () =>
    new ServiceError(
      400,
      "IncompleteBody",
      "You did not provide the number of bytes specified by the Content-Length HTTP header",
    ),
  invalidAccessKeyId: () =>
    new ServiceError(
      403,
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
    ),
  invalidArgument: (message: string) => new ServiceError(400, "InvalidArgument", message),
  invalidBucketName: () => new ServiceError(400, "InvalidBucketName", "The specified bucket is not valid."),
  invalidObjectState: (storageClass: string) =>
    new ServiceError(403, "InvalidObjectState", "The operation is not valid for the object's storage class", {
      elements: { StorageClass: storageClass },
    }),
  invalidPart: () =>
    new ServiceError(
      400,
      "InvalidPart",
      "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    ),
  invalidPartOrder: () =>
    new ServiceError(
      400,
      "InvalidPartOrder",
      "The list of parts was not in ascending order. Parts must be ordered by part number.",
    ),
  invalidRange: (sizeBytes: number) =>
    new ServiceError(416, "InvalidRange", "The requested range is not satisfiable", {
      headers: { "content-range": `bytes */${sizeBytes}` },
    }),
  invalidTag: () => new ServiceError(400, "InvalidTag", "The tags you have provided are not valid."),
  invalidToken: () =>
    new ServiceError(400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
  keyTooLong: () => new ServiceError(400, "KeyTooLongError", "Your key is too long"),
  malformedPolicy: (message: string) => new ServiceError(400, "MalformedPolicy", message),
  malformedXml: () =>
    new ServiceError(
      400,
      "MalformedXML",
      "The XML you provided was not well-formed or did not validate against our published schema",
    ),
  metadataTooLarge: () =>
    new ServiceError(
      400,
      "MetadataTooLarge",
      "Your metadata headers exceed the maximum allowed metadata size",
    ),
  missingContentLength: () =>
    new ServiceError(411, "MissingContentLength", "You must provide the Content-Length HTTP header."),
  noSuchBucket: () => new ServiceError(404, "NoSuchBucket", "The specified bucket does not exist"),
  noSuchBucketPolicy: () => new ServiceError(404, "NoSuchBucketPolicy", "The bucket policy does not exist"),
  noSuchKey: () => new ServiceError(404, "NoSuchKey", "The specified key does not exist."),
  noSuchLifecycleConfiguration: () =>
    new ServiceError(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
  noSuchUpload: () =>
    new ServiceError(
      404,
      "NoSuchUpload",
      "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    ),
  notImplemented: (what: string) =>
    new ServiceError(501, "NotImplemented", `The local S3 does not implement this: ${what}.`),
  notRestorable: (storageClass: string) =>
    new ServiceError(
      403,
      "InvalidObjectState",
      "Restore is not allowed for the object's current storage class",
      { elements: { StorageClass: storageClass } },
    ),
  notSigned: (names: readonly string[]) =>
    new ServiceError(403, "AccessDenied", "There were headers present in the request which were not signed", {
      elements: { HeadersNotSigned: names.join(", ") },
    }),
  permanentRedirect: (bucket: string, region: string) =>
    new ServiceError(
      301,
      "PermanentRedirect",
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
      {
        elements: { Endpoint: `${bucket}.s3.${region}.amazonaws.com`, Bucket: bucket },
        headers: { "x-amz-bucket-region": region },
      },
    ),
  preconditionFailed: (condition: string) =>
    new ServiceError(
      412,
      "PreconditionFailed",
      "At least one of the pre-conditions you specified did not hold",
      { elements: { Condition: condition } },
    ),
  requestTimeTooSkewed: (serverTime: string) =>
    new ServiceError(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
      { elements: { ServerTime: serverTime, MaxAllowedSkewMilliseconds: "900000" } },
    ),
  restoreAlreadyInProgress: () =>
    new ServiceError(409, "RestoreAlreadyInProgress", "Object restore is already in progress"),
  sha256Mismatch: () =>
    new ServiceError(
      400,
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    ),
  signatureDoesNotMatch: (stringToSign: string, canonicalRequest: string) =>
    new ServiceError(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      { elements: { StringToSign: stringToSign, CanonicalRequest: canonicalRequest } },
    ),
} as const;

/** The error as S3 sends it; HEAD answers have the status alone. */
export function answerS3Error(error: ServiceError, exchange: Exchange): Answer {
  const { elements = {}, headers = {} } = error.detail;
  if (exchange.method === "HEAD") return { status: error.status, headers };
  const document = xmlDocument(
    "Error",
    [
      element("Code", error.code),
      element("Message", error.message),
      ...Object.entries(elements).map(([name, value]) => element(name, value)),
      element("RequestId", exchange.requestId),
      element("HostId", "local"),
    ].join(""),
  );
  return { status: error.status, headers: { ...headers, "content-type": "application/xml" }, body: document };
}
