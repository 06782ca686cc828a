import type { ListRequest } from "../ports.ts";

/** The parameters of the first LIST, whose pages go on after a key: a token is a key. */
export function markerQuery(request: ListRequest): Record<string, string> {
  const { prefix, startAfter, continuationToken, maxKeys = 1000 } = request;
  const marker = continuationToken ?? startAfter ?? "";
  return {
    "encoding-type": "url",
    "max-keys": String(maxKeys),
    ...(prefix === undefined || prefix === "" ? {} : { prefix }),
    ...(marker === "" ? {} : { marker }),
  };
}

/** The parameters of LIST V2, which S3 and OSS share. Keys are asked for encoded: XML cannot carry them all. */
export function listQuery(request: ListRequest): Record<string, string> {
  const { prefix, startAfter, continuationToken, maxKeys = 1000 } = request;
  return {
    "list-type": "2",
    "encoding-type": "url",
    "max-keys": String(maxKeys),
    ...(prefix === undefined || prefix === "" ? {} : { prefix }),
    ...(continuationToken === undefined
      ? startAfter === undefined || startAfter === ""
        ? {}
        : { "start-after": startAfter }
      : { "continuation-token": continuationToken }),
  };
}
