import { StoreError, type StoreRole } from "../../core/errors.ts";
import type { HttpResponse } from "../http/transport.ts";
import type { ListPage } from "../ports.ts";
import { serverDateMs } from "./refusal.ts";
import { type ListDialect, MalformedListingError, PLAIN_LIST, scanListPage } from "./list-page.ts";

/** Larger than any answer without an object in it. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** A page of LIST, of S3 or OSS. */
export async function listPageOf(
  store: StoreRole,
  response: HttpResponse,
  dialect: ListDialect = PLAIN_LIST,
): Promise<ListPage> {
  const body = await response.readAll(MAX_ANSWER_BYTES);
  const dateMs = dateOf(store, response.headers);
  try {
    return { ...scanListPage(body, dialect), serverDateMs: dateMs };
  } catch (error) {
    if (error instanceof MalformedListingError) throw badResponse(store, error.message, error);
    throw error;
  }
}

/** The service's clock when it answered. */
export function dateOf(store: StoreRole, headers: HttpResponse["headers"]): number {
  const dateMs = serverDateMs(headers);
  if (dateMs === undefined) throw badResponse(store, "the answer has no Date");
  return dateMs;
}

export function badResponse(store: StoreRole, what: string, cause?: unknown): StoreError {
  return new StoreError("BAD_RESPONSE", what, { store }, cause === undefined ? {} : { cause });
}
