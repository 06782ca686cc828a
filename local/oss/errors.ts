import { type Answer, type Exchange, ServiceError } from "../http/exchange.ts";
import { element, xmlDocument } from "../http/xml.ts";

/**
 * The errors of OSS, with status, code and, where its documentation names one, the EC
 * (help pages "HTTP status code 4xx" and the page of each EC).
 */
export const ossErrors = {
  accessDenied: (message: string) => new ServiceError(403, "AccessDenied", message, { ec: "0003-00000001" }),
  bucketAlreadyExists: () =>
    new ServiceError(409, "BucketAlreadyExists", "The requested bucket name is not available.", {
      ec: "0015-00000104",
    }),
  bucketNotEmpty: () =>
    new ServiceError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.", {
      ec: "0015-00000301",
    }),
  entityTooLarge: () =>
    new ServiceError(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size."),
  entityTooSmall: () =>
    new ServiceError(400, "EntityTooSmall", "Your proposed upload smaller than the minimum allowed size."),
  fileAlreadyExists: (ec?: string) =>
    new ServiceError(
      409,
      "FileAlreadyExists",
      "The object you specified already exists and can not be overwritten.",
      ec === undefined ? {} : { ec },
    ),
  invalidAccessKeyId: () =>
    new ServiceError(
      403,
      "InvalidAccessKeyId",
      "The OSS Access Key Id you provided does not exist in our records.",
      { ec: "0002-00000902" },
    ),
  invalidArgument: (message: string, ec?: string) =>
    new ServiceError(400, "InvalidArgument", message, ec === undefined ? {} : { ec }),
  invalidBucketName: () => new ServiceError(400, "InvalidBucketName", "The specified bucket is not valid."),
  invalidDigest: () => new ServiceError(400, "InvalidDigest", "The Content-MD5 you specified was invalid."),
  invalidObjectName: () =>
    new ServiceError(400, "InvalidObjectName", "The specified object is not valid.", { ec: "0016-00000005" }),
  invalidObjectState: () =>
    new ServiceError(403, "InvalidObjectState", "The operation is not valid for the object's state"),
  invalidPart: () =>
    new ServiceError(400, "InvalidPart", "One or more of the specified parts could not be found."),
  invalidPartOrder: () =>
    new ServiceError(400, "InvalidPartOrder", "The list of parts was not in ascending order."),
  invalidRange: (sizeBytes: number) =>
    new ServiceError(416, "InvalidRange", "The requested range cannot be satisfied", {
      headers: { "content-range": `bytes */${sizeBytes}` },
    }),
  invalidSecurityToken: () =>
    new ServiceError(403, "InvalidSecurityToken", "The security token you provided is invalid.", {
      ec: "0002-00000006",
    }),
  invalidTag: () => new ServiceError(400, "InvalidTag", "The tags you provided are not valid."),
  malformedXml: () => new ServiceError(400, "MalformedXML", "The XML you provided was not well-formed."),
  mirrorFailed: (message: string, ec?: string) =>
    new ServiceError(424, "MirrorFailed", message, ec === undefined ? {} : { ec }),
  missingContentLength: () =>
    new ServiceError(411, "MissingContentLength", "You must provide the Content-Length HTTP header."),
  noSuchBucket: () =>
    new ServiceError(404, "NoSuchBucket", "The specified bucket does not exist.", { ec: "0015-00000101" }),
  noSuchKey: () =>
    new ServiceError(404, "NoSuchKey", "The specified key does not exist.", { ec: "0026-00000001" }),
  noSuchLifecycle: () => new ServiceError(404, "NoSuchLifecycle", "No Row found in Lifecycle Table."),
  noSuchOverwriteConfig: () =>
    new ServiceError(404, "NoSuchBucketOverwriteConfig", "The bucket has no overwrite configuration."),
  noSuchWebsiteConfiguration: () =>
    new ServiceError(
      404,
      "NoSuchWebsiteConfiguration",
      "The specified bucket does not have a website configuration.",
    ),
  noSuchUpload: () =>
    new ServiceError(
      404,
      "NoSuchUpload",
      "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    ),
  notImplemented: () =>
    new ServiceError(
      501,
      "NotImplemented",
      "A header you provided implies functionality that is not implemented.",
      { ec: "0017-00000245" },
    ),
  objectNotAppendable: () => new ServiceError(409, "ObjectNotAppendable", "The object is not appendable."),
  operationNotSupported: () =>
    new ServiceError(400, "OperationNotSupported", "The operation is not supported for this resource"),
  positionNotEqualToLength: (sizeBytes: number) =>
    new ServiceError(409, "PositionNotEqualToLength", "Position is not equal to file length", {
      ec: "0026-00000016",
      headers: { "x-oss-next-append-position": String(sizeBytes) },
    }),
  preconditionFailed: () =>
    new ServiceError(
      412,
      "PreconditionFailed",
      "At least one of the pre-conditions you specified did not hold.",
    ),
  requestTimeTooSkewed: (serverTime: string) =>
    new ServiceError(
      403,
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
      { ec: "0002-00000504", elements: { ServerTime: serverTime } },
    ),
  restoreAlreadyInProgress: () =>
    new ServiceError(409, "RestoreAlreadyInProgress", "The restore operation is in progress.", {
      ec: "0016-00000701",
    }),
  securityTokenExpired: () =>
    new ServiceError(403, "SecurityTokenExpired", "The security token you provided has expired.", {
      ec: "0002-00000007",
    }),
  signatureDoesNotMatch: (stringToSign: string, canonicalRequest: string) =>
    new ServiceError(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      { ec: "0002-00000201", elements: { StringToSign: stringToSign, CanonicalRequest: canonicalRequest } },
    ),
  wrongEndpoint: (endpoint: string) =>
    new ServiceError(
      403,
      "AccessDenied",
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
      { ec: "0003-00001403", elements: { Endpoint: endpoint } },
    ),
} as const;

/** The error as OSS sends it: a document, or for HEAD the same document in the header `x-oss-err`. */
export function answerOssError(error: ServiceError, exchange: Exchange): Answer {
  const { ec, elements = {}, headers = {} } = error.detail;
  const document = xmlDocument(
    "Error",
    [
      element("Code", error.code),
      element("Message", error.message),
      element("RequestId", exchange.requestId),
      element("HostId", exchange.request.headers.host ?? ""),
      ...Object.entries(elements).map(([name, value]) => element(name, value)),
      ...(ec === undefined ? [] : [element("EC", ec)]),
    ].join(""),
  );
  const common = { ...headers, ...(ec !== undefined && { "x-oss-ec": ec }) };
  if (exchange.method === "HEAD") {
    const encoded = Buffer.from(document, "latin1").toString("base64");
    return { status: error.status, headers: { ...common, "x-oss-err": encoded } };
  }
  return { status: error.status, headers: { ...common, "content-type": "application/xml" }, body: document };
}
