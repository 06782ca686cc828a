import type { Exchange } from "../http/exchange.ts";
import { encodePercent } from "../http/percent.ts";

export const S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/** `encoding-type=url` as S3 does it: slashes stay, and a space becomes `+`. */
export function urlEncoded(exchange: Exchange): (bytes: string) => string {
  if (exchange.query.get("encoding-type") !== "url") return (bytes) => bytes;
  return (bytes) => encodePercent(bytes, true).replaceAll("%20", "+");
}
