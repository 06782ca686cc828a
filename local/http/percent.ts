/**
 * Percent-encoding between the wire and bytes, a character for each byte. Written against RFC 3986: only
 * letters, digits, `-`, `.`, `_` and `~` stand for themselves.
 */

const UNRESERVED = /^[A-Za-z0-9\-._~]*$/;
const UNRESERVED_OR_SLASH = /^[A-Za-z0-9\-._~/]*$/;
const RESERVED_CHARACTERS = /[^A-Za-z0-9\-._~]/g;
const RESERVED_BUT_SLASH = /[^A-Za-z0-9\-._~/]/g;

/** The bytes behind the percent-encoded text; a `%` without two hex digits stands for itself. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The percent-encoded text of these bytes. */
export function encodePercent(bytes: string, keepSlash = false): string {
  if ((keepSlash ? UNRESERVED_OR_SLASH : UNRESERVED).test(bytes)) return bytes;
  return bytes.replace(keepSlash ? RESERVED_BUT_SLASH : RESERVED_CHARACTERS, hexOf);
}

function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
