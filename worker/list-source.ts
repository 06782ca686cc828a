import { StoreError } from "../core/errors.ts";
import type { ListPage, ListRequest, SourceStore } from "../storage/ports.ts";
import { retryStore, type RetryDeps } from "./retry-store.ts";

export interface ListingDeps extends RetryDeps {
  readonly source: Pick<SourceStore, "list">;
}

/**
 * The pages of a listing. It goes on as long as the store says so, however few objects a page has; a page that
 * gets no further counts as a failed request, for a store may say for ever that there is more
 * (https://github.com/minio/minio-js/issues/1314).
 */
export async function* sourcePages(
  deps: ListingDeps,
  request: Pick<ListRequest, "prefix" | "startAfter" | "maxKeys">,
  signal: AbortSignal,
): AsyncGenerator<ListPage> {
  let token: string | undefined;
  do {
    const next = token === undefined ? { signal } : { signal, continuationToken: token };
    const page = await retryStore({ store: "source", what: "list" }, deps, signal, async () => {
      const answer = await deps.source.list({ ...request, ...next });
      if (answer.objects.length === 0 && answer.nextToken !== undefined && answer.nextToken === token) {
        throw new StoreError("BAD_RESPONSE", "the listing gets no further", { store: "source" });
      }
      return answer;
    });
    yield page;
    token = page.nextToken;
  } while (token !== undefined);
}
