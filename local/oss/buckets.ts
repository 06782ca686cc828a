import { isoSecond } from "../clock.ts";
import type { Answer, Exchange } from "../http/exchange.ts";
import { decodePercent, encodePercent } from "../http/percent.ts";
import { requestDocument } from "../http/receive.ts";
import { childrenOf, childText, element, parseXml, xmlDocument } from "../http/xml.ts";
import type { Bucket } from "../store/bucket.ts";
import { bucketOf, type OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";
import { EXCLUDES_VERSIONING, hasMirrorRule } from "./mirror/rules.ts";
import { checkBucketName, checkKey } from "./rules.ts";

const XML = { "content-type": "application/xml" };
const MAX_DELETES = 1000;
const OWNER = "<Owner><ID>1000000000000000</ID><DisplayName>1000000000000000</DisplayName></Owner>";

export function listBuckets(context: OssContext): Answer {
  const buckets = [...context.buckets.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((bucket) => `<Bucket>${bucketElements(bucket)}</Bucket>`);
  const content = `${OWNER}<Buckets>${buckets.join("")}</Buckets>`;
  return { status: 200, headers: XML, body: xmlDocument("ListAllMyBucketsResult", content) };
}

export async function putBucket(context: OssContext, exchange: Exchange): Promise<Answer> {
  const name = exchange.bucket ?? "";
  await requestDocument(exchange);
  checkBucketName(name);
  if (context.buckets.has(name)) throw ossErrors.bucketAlreadyExists();
  context.createBucket(name);
  return { status: 200, headers: { location: `/${name}` } };
}

export function deleteBucket(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  if (bucket.objectCount > 0 || bucket.uploads.size > 0) throw ossErrors.bucketNotEmpty();
  context.buckets.delete(bucket.name);
  return { status: 204, headers: {} };
}

export function getBucketInfo(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  const versioning = bucket.versioning === "never" ? "" : element("Versioning", bucket.versioning);
  const access = "<AccessControlList><Grant>private</Grant></AccessControlList>";
  const content = `<Bucket>${bucketElements(bucket)}${OWNER}${access}${versioning}</Bucket>`;
  return { status: 200, headers: XML, body: xmlDocument("BucketInfo", content) };
}

export function getBucketAcl(context: OssContext, exchange: Exchange): Answer {
  bucketOf(context, exchange);
  return aclAnswer("private");
}

export function getBucketLocation(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  return { status: 200, headers: XML, body: xmlDocument("LocationConstraint", `oss-${bucket.region}`) };
}

/** A bucket that never was versioned has no Status at all; once it was, it can only be suspended. */
export function getBucketVersioning(context: OssContext, exchange: Exchange): Answer {
  const { versioning } = bucketOf(context, exchange);
  const content = versioning === "never" ? "" : element("Status", versioning);
  return { status: 200, headers: XML, body: xmlDocument("VersioningConfiguration", content) };
}

export async function putBucketVersioning(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const status = childText(parseXml(await requestDocument(exchange)), "Status");
  if (status !== "Enabled" && status !== "Suspended") throw ossErrors.malformedXml();
  if (hasMirrorRule(bucket)) throw ossErrors.invalidArgument(EXCLUDES_VERSIONING);
  bucket.versioning = status;
  return { status: 200, headers: {} };
}

export async function deleteMultipleObjects(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const root = parseXml(await requestDocument(exchange));
  const names = childrenOf(root, "Object").map((object) => childText(object, "Key") ?? "");
  if (root?.name !== "Delete" || names.length === 0 || names.length > MAX_DELETES)
    throw ossErrors.malformedXml();
  const url = exchange.query.get("encoding-type") === "url";
  const keys = url ? names.map(decodePercent) : names;
  for (const key of keys) checkKey(key);
  for (const key of keys) bucket.delete(key);
  if (childText(root, "Quiet") === "true") return { status: 200, headers: {} };
  const deleted = keys.map((key) => `<Deleted>${element("Key", url ? encodePercent(key) : key)}</Deleted>`);
  const encodingType = url ? element("EncodingType", "url") : "";
  return { status: 200, headers: XML, body: xmlDocument("DeleteResult", encodingType + deleted.join("")) };
}

/** Nothing here is open to anybody but the account. */
export function aclAnswer(grant: "default" | "private"): Answer {
  const access = `<AccessControlList>${element("Grant", grant)}</AccessControlList>`;
  return { status: 200, headers: XML, body: xmlDocument("AccessControlPolicy", OWNER + access) };
}

function bucketElements(bucket: Bucket): string {
  return [
    element("Name", bucket.name),
    element("Location", `oss-${bucket.region}`),
    element("Region", bucket.region),
    element("CreationDate", isoSecond(bucket.createdMs)),
    element("ExtranetEndpoint", `oss-${bucket.region}.aliyuncs.com`),
    element("IntranetEndpoint", `oss-${bucket.region}-internal.aliyuncs.com`),
    element("StorageClass", "Standard"),
  ].join("");
}
