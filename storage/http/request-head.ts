/** The request cannot be put on the wire as given. */
export class UnsendableRequestError extends Error {}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
/** Visible ASCII only: whatever else a key has must be percent-encoded by now, and stays exactly so. */
const PATH = /^\/[\x21-\x7e]*$/u;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/u;

/**
 * The head of an HTTP/1.1 request, one character per byte, as given: neither path nor values are changed in any way.
 * Throws UnsendableRequestError for what would break out of its place, naming it but never quoting it.
 */
export function formatRequestHead(
  method: string,
  path: string,
  host: string,
  headers: Readonly<Record<string, string>>,
): string {
  if (!PATH.test(path))
    throw new UnsendableRequestError("the request path has characters that must be encoded");
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? "";
    if (!TOKEN.test(name)) throw new UnsendableRequestError("a header name has characters that HTTP forbids");
    if (!VALUE.test(value))
      throw new UnsendableRequestError(`the header ${name} has characters that HTTP forbids`);
    head += `${name}: ${value}\r\n`;
  }
  return `${head}\r\n`;
}
