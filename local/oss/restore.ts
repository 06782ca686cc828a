import { httpDate } from "../clock.ts";
import type { Answer, Exchange } from "../http/exchange.ts";
import { requestDocument } from "../http/receive.ts";
import { childrenOf, childText, parseXml } from "../http/xml.ts";
import type { StoredObject } from "../store/bucket.ts";
import { restoreStateOf } from "../store/restoration.ts";
import { bucketOf, keyOfObject, type OssContext, storedObject } from "./context.ts";
import { ossErrors } from "./errors.ts";

const ARCHIVED = new Set(["Archive", "ColdArchive", "DeepColdArchive"]);
const TIERS = new Set(["Expedited", "Standard", "Bulk"]);

/** Whether somebody has to have it restored before it can be read. */
export function isOutOfReach(object: StoredObject, nowMs: number): boolean {
  return ARCHIVED.has(object.storageClass) && restoreStateOf(object, nowMs).kind !== "restored";
}

/** "RestoreObject": 202 begins, 409 while it is under way, 200 prolongs what can be read already. */
export async function restoreObject(context: OssContext, exchange: Exchange): Promise<Answer> {
  const document = await requestDocument(exchange);
  const object = storedObject(context, exchange);
  if (!ARCHIVED.has(object.storageClass)) throw ossErrors.operationNotSupported();
  const request = parseXml(document);
  // Without a document it is one day.
  const days = document.length === 0 ? 1 : Number(childText(request, "Days"));
  const tier = childText(childrenOf(request, "JobParameters")[0], "Tier") ?? "Standard";
  if (!Number.isInteger(days) || days < 1 || !TIERS.has(tier)) throw ossErrors.malformedXml();
  const nowMs = exchange.clock.nowMs();
  const { kind } = restoreStateOf(object, nowMs);
  if (kind === "under-way") throw ossErrors.restoreAlreadyInProgress();
  const isReadable = kind === "restored";
  const readyAtMs = isReadable ? nowMs : nowMs + context.times.restoreMs;
  const restoration = { readyAtMs, days, untilMidnight: false };
  bucketOf(context, exchange).set(keyOfObject(exchange), { ...object, restoration });
  return { status: isReadable ? 200 : 202, headers: {} };
}

/** What `x-oss-restore` says on GET and HEAD, and `RestoreInfo` in listings; undefined where there is nothing. */
export function restoreInfo(object: StoredObject, nowMs: number): string | undefined {
  const state = restoreStateOf(object, nowMs);
  switch (state.kind) {
    case "none":
      return undefined;
    case "under-way":
      return 'ongoing-request="true"';
    case "restored":
      return `ongoing-request="false", expiry-date="${httpDate(state.expiresAtMs)}"`;
  }
}
