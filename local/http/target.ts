import { isIP } from "node:net";
import type { IncomingMessage } from "node:http";
import type { Key } from "../store/keys.ts";
import { decodePercent } from "./percent.ts";

/** The query's parameters, decoded to bytes, in the order they came. */
export class Query {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(raw: string) {
    this.pairs = raw
      .split("&")
      .filter((parameter) => parameter !== "")
      .map((parameter) => {
        const cut = parameter.indexOf("=");
        const name = cut === -1 ? parameter : parameter.slice(0, cut);
        const value = cut === -1 ? "" : parameter.slice(cut + 1);
        return [decodeForm(name), decodeForm(value)] as const;
      });
    this.#values = new Map(this.pairs);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }
}

/** What a request is about, taken from the raw request target: no normalisation of any kind. */
export interface Target {
  readonly bucket: string | undefined;
  /** Absent for requests about the bucket or the service. */
  readonly key: Key | undefined;
  /** The path's bytes as sent, percent-decoded. */
  readonly path: string;
  readonly query: Query;
}

const NO_QUERY = new Query("");

/**
 * Finds bucket and key. Which rule decides:
 * 1. Host is an IP address or one of `serviceHosts`: path style, `/bucket/key`.
 * 2. Host ends with `.` and one of `serviceHosts`: virtual-host style, the bucket is what stands before.
 * 3. Any other host: virtual-host style, the bucket is the first label.
 */
export function parseTarget(request: IncomingMessage, serviceHosts: readonly string[]): Target {
  const raw = withoutOrigin(request.url ?? "/");
  const mark = raw.indexOf("?");
  const path = decodePercent(mark === -1 ? raw : raw.slice(0, mark));
  const query = mark === -1 ? NO_QUERY : new Query(raw.slice(mark + 1));
  const bucketOfHost = bucketFromHost(request.headers.host ?? "", serviceHosts);
  if (bucketOfHost !== undefined)
    return { bucket: bucketOfHost, key: path.slice(1) || undefined, path, query };
  const slash = path.indexOf("/", 1);
  const bucket = slash === -1 ? path.slice(1) : path.slice(1, slash);
  const key = slash === -1 ? "" : path.slice(slash + 1);
  return { bucket: bucket || undefined, key: key || undefined, path, query };
}

function bucketFromHost(hostHeader: string, serviceHosts: readonly string[]): string | undefined {
  const host = hostHeader.replace(/:\d+$/, "").toLowerCase();
  const bare = host.startsWith("[") ? host.slice(1, -1) : host;
  if (bare === "" || isIP(bare) !== 0 || serviceHosts.includes(host)) return undefined;
  const serviceHost = serviceHosts.find((candidate) => host.endsWith(`.${candidate}`));
  if (serviceHost !== undefined) return host.slice(0, -serviceHost.length - 1);
  return host.split(".", 1)[0];
}

/** A proxy sends the whole URL as the request target. */
function withoutOrigin(target: string): string {
  return target.startsWith("/") ? target : target.replace(/^https?:\/\/[^/?]*/i, "");
}

function decodeForm(text: string): string {
  return decodePercent(text.includes("+") ? text.replaceAll("+", " ") : text);
}
