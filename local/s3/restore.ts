import { httpDate, isoSecond } from "../clock.ts";
import type { Answer } from "../http/exchange.ts";
import { childrenOf, childText, element, parseXml } from "../http/xml.ts";
import type { StoredObject } from "../store/bucket.ts";
import { restoreStateOf } from "../store/restoration.ts";
import { bucketOf, keyOfObject, storedObject, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeInDocument } from "./intake.ts";

const ARCHIVED = new Set(["GLACIER", "DEEP_ARCHIVE"]);
const TIERS = new Set(["Expedited", "Standard", "Bulk"]);

/** Whether somebody has to have it restored before it can be read. */
export function isOutOfReach(object: StoredObject, nowMs: number): boolean {
  return ARCHIVED.has(object.storageClass) && restoreStateOf(object, nowMs).kind !== "restored";
}

/** "RestoreObject": 202 begins, 409 while it is under way, 200 prolongs what can be read already. */
export async function restoreObject(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const request = parseXml(await takeInDocument(exchange, exchange.signature));
  const object = storedObject(context, exchange);
  if (!ARCHIVED.has(object.storageClass)) throw s3Errors.notRestorable(object.storageClass);
  const days = Number(childText(request, "Days"));
  const tier = childText(childrenOf(request, "GlacierJobParameters")[0], "Tier") ?? "Standard";
  if (request?.name !== "RestoreRequest" || !Number.isInteger(days) || days < 1 || !TIERS.has(tier)) {
    throw s3Errors.malformedXml();
  }
  if (tier === "Expedited" && object.storageClass === "DEEP_ARCHIVE") {
    throw s3Errors.invalidArgument("Expedited retrievals are not available for DEEP_ARCHIVE");
  }
  const nowMs = exchange.clock.nowMs();
  const { kind } = restoreStateOf(object, nowMs);
  if (kind === "under-way") throw s3Errors.restoreAlreadyInProgress();
  const isReadable = kind === "restored";
  const readyAtMs = isReadable ? nowMs : nowMs + context.times.restoreMs;
  const restoration = { readyAtMs, days, untilMidnight: true };
  bucketOf(context, exchange).set(keyOfObject(exchange), { ...object, restoration });
  return { status: isReadable ? 200 : 202, headers: {} };
}

/** `x-amz-restore` on GET and HEAD, where there is something to tell. */
export function restoreHeaders(object: StoredObject, nowMs: number): Record<string, string> {
  const state = restoreStateOf(object, nowMs);
  switch (state.kind) {
    case "none":
      return {};
    case "under-way":
      return { "x-amz-restore": 'ongoing-request="true"' };
    case "restored":
      return {
        "x-amz-restore": `ongoing-request="false", expiry-date="${httpDate(state.expiresAtMs)}"`,
      };
  }
}

/** The same in a listing that is asked for it. */
export function restoreElement(object: StoredObject, nowMs: number): string {
  const state = restoreStateOf(object, nowMs);
  if (state.kind === "none") return "";
  const expiry = state.kind === "restored" ? element("RestoreExpiryDate", isoSecond(state.expiresAtMs)) : "";
  const inProgress = element("IsRestoreInProgress", String(state.kind === "under-way"));
  return `<RestoreStatus>${inProgress}${expiry}</RestoreStatus>`;
}
