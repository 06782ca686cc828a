import { keyToBytes } from "../../core/object-key.ts";

const UNRESERVED = /^[A-Za-z0-9\-._~]*$/u;
const UNRESERVED_PATH = /^[A-Za-z0-9\-._~/]*$/u;
const HEX = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`);

/** Percent-encodes every byte that is not unreserved (RFC 3986), as both signatures ask for. */
export function encodeComponent(text: string): string {
  return UNRESERVED.test(text) ? text : encodeBytes(text, false);
}

/** As `encodeComponent`, with slashes kept: the form of a key in a path. Dots and empty segments stay as they are. */
export function encodePath(key: string): string {
  return UNRESERVED_PATH.test(key) ? key : encodeBytes(key, true);
}

/** A query from parameters sorted by their encoded names, as both signatures ask for. */
export function encodeQuery(
  parameters: Readonly<Record<string, string>>,
  form: "name-alone-when-empty" | "always-equals-sign",
): string {
  return Object.entries(parameters)
    .map(([name, value]): [string, string] => [encodeComponent(name), encodeComponent(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === "" && form === "name-alone-when-empty" ? name : `${name}=${value}`))
    .join("&");
}

function encodeBytes(text: string, keepSlashes: boolean): string {
  let encoded = "";
  for (const byte of keyToBytes(text)) {
    const character = String.fromCharCode(byte);
    encoded +=
      UNRESERVED.test(character) || (keepSlashes && character === "/") ? character : (HEX[byte] ?? "");
  }
  return encoded;
}
