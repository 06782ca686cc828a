import type { Answer } from "../http/exchange.ts";
import { TAG_CHARACTERS, type Tags, tagsFromXml, tagsToXml } from "../http/tags.ts";
import { bucketOf, keyOfObject, storedObject, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeInDocument } from "./intake.ts";
import { S3_NAMESPACE } from "./xml.ts";

export function getObjectTagging(context: S3Context, exchange: SignedExchange): Answer {
  const { tags } = storedObject(context, exchange);
  return { status: 200, headers: { "content-type": "application/xml" }, body: tagsToXml(tags, S3_NAMESPACE) };
}

export async function putObjectTagging(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const tags = tagsFromXml(await takeInDocument(exchange, exchange.signature), TAG_CHARACTERS.s3);
  if (tags === undefined) throw s3Errors.invalidTag();
  setTags(context, exchange, tags);
  return { status: 200, headers: {} };
}

export function deleteObjectTagging(context: S3Context, exchange: SignedExchange): Answer {
  setTags(context, exchange, {});
  return { status: 204, headers: {} };
}

function setTags(context: S3Context, exchange: SignedExchange, tags: Tags): void {
  bucketOf(context, exchange).set(keyOfObject(exchange), { ...storedObject(context, exchange), tags });
}
