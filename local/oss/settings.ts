import type { Attributes } from "../account/attributes.ts";
import type { Answer, Exchange } from "../http/exchange.ts";
import { requestDocument } from "../http/receive.ts";
import { bucketOf, type OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";
import { objectionTo } from "./mirror/rules.ts";
import { websiteFromXml, websiteToXml } from "./mirror/website-document.ts";

const XML = { "content-type": "application/xml" };

export function getBucketWebsite(context: OssContext, exchange: Exchange): Answer {
  const website = bucketOf(context, exchange).settings.get("website") as Attributes | undefined;
  if (website === undefined) throw ossErrors.noSuchWebsiteConfiguration();
  return { status: 200, headers: XML, body: websiteToXml(website) };
}

/** Replaces the whole configuration: rules that the document does not repeat are gone. */
export async function putBucketWebsite(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const website = websiteFromXml(await requestDocument(exchange));
  if (website === undefined) throw ossErrors.malformedXml();
  const objection = objectionTo(website, bucket);
  if (objection !== undefined) throw ossErrors.invalidArgument(objection);
  bucket.settings.set("website", website);
  return { status: 200, headers: {} };
}

export function deleteBucketWebsite(context: OssContext, exchange: Exchange): Answer {
  bucketOf(context, exchange).settings.delete("website");
  return { status: 204, headers: {} };
}
