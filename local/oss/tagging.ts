import type { Answer, Exchange } from "../http/exchange.ts";
import { requestDocument } from "../http/receive.ts";
import { TAG_CHARACTERS, type Tags, tagsFromXml, tagsToXml } from "../http/tags.ts";
import { bucketOf, keyOfObject, storedObject, type OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";

export function getObjectTagging(context: OssContext, exchange: Exchange): Answer {
  const { tags } = storedObject(context, exchange);
  return { status: 200, headers: { "content-type": "application/xml" }, body: tagsToXml(tags) };
}

export async function putObjectTagging(context: OssContext, exchange: Exchange): Promise<Answer> {
  const tags = tagsFromXml(await requestDocument(exchange), TAG_CHARACTERS.oss);
  if (tags === undefined) throw ossErrors.invalidTag();
  setTags(context, exchange, tags);
  return { status: 200, headers: {} };
}

export function deleteObjectTagging(context: OssContext, exchange: Exchange): Answer {
  setTags(context, exchange, {});
  return { status: 204, headers: {} };
}

function setTags(context: OssContext, exchange: Exchange, tags: Tags): void {
  bucketOf(context, exchange).set(keyOfObject(exchange), { ...storedObject(context, exchange), tags });
}
