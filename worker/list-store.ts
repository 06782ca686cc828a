import { StoreError } from "../core/errors.ts";
import type { ListPage, ListRequest, SourceStore } from "../storage/ports.ts";
import { retryStore, type RetryDeps } from "./retry-store.ts";

/** A bucket that is listed, and which of the job's it is. */
export interface ListedStore {
  readonly role: "source" | "destination";
  readonly store: Pick<SourceStore, "list">;
}

/**
 * One page of a listing, asked for again as `retryStore` does. A page that gets no further counts as a failed
 * request, for a store may say for ever that there is more (https://github.com/minio/minio-js/issues/1314).
 */
export function listPage(
  { role, store }: ListedStore,
  deps: RetryDeps,
  request: ListRequest,
  signal: AbortSignal,
): Promise<ListPage> {
  const { continuationToken } = request;
  return retryStore({ store: role, what: "list" }, deps, signal, async () => {
    const answer = await store.list({ ...request, signal });
    const isStuck = continuationToken !== undefined && answer.nextToken === continuationToken;
    if (isStuck && answer.objects.length === 0) {
      throw new StoreError("BAD_RESPONSE", "the listing gets no further", { store: role });
    }
    return answer;
  });
}

/** The pages of a listing; it goes on as long as the store says so, however few objects a page has. */
export async function* storePages(
  listed: ListedStore,
  deps: RetryDeps,
  request: Pick<ListRequest, "prefix" | "startAfter" | "maxKeys">,
  signal: AbortSignal,
): AsyncGenerator<ListPage> {
  let token: string | undefined;
  do {
    const next = token === undefined ? {} : { continuationToken: token };
    const page = await listPage(listed, deps, { ...request, ...next }, signal);
    yield page;
    token = page.nextToken;
  } while (token !== undefined);
}
