import { keyFromBytes } from "../../core/object-key.ts";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu;

/** An element's tags as they stand in the text. */
export interface Tag {
  readonly open: string;
  readonly close: string;
}

export function tagOf(name: string): Tag {
  return { open: `<${name}>`, close: `</${name}>` };
}

/** The raw text of the first such element of `xml`, or undefined. Enough for flat answers without attributes. */
export function textBetween(xml: string, { open, close }: Tag): string | undefined {
  const before = xml.indexOf(open);
  if (before === -1) return undefined;
  const start = before + open.length;
  const end = xml.indexOf(close, start);
  return end === -1 ? undefined : xml.slice(start, end);
}

/** The raw text of the first `<name>` of `xml`, or undefined. */
export function rawText(xml: string, name: string): string | undefined {
  return textBetween(xml, tagOf(name));
}

/** The text of the first `<name>`, entities resolved; `xml` holds one character per byte. */
export function textOf(xml: string, name: string): string | undefined {
  const raw = rawText(xml, name);
  return raw === undefined ? undefined : decodeBytes(resolveEntities(raw));
}

/** Resolves entities in text that holds one character per byte; what they stand for becomes UTF-8 bytes too. */
export function resolveEntities(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replaceAll(ENTITY, (entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? entity;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (codePoint > 0x10ffff) return entity;
    return Buffer.from(String.fromCodePoint(codePoint), "utf8").toString("latin1");
  });
}

/** A key or other text from its bytes, held as one character per byte. */
export function decodeBytes(bytes: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\0-\x7f]*$/u.test(bytes) ? bytes : keyFromBytes(Buffer.from(bytes, "latin1"));
}

/** Text of `encoding-type=url`: percent-encoded, a space as `+` or `%20`. */
export function decodeUrlText(encoded: string): string {
  if (!encoded.includes("%") && !encoded.includes("+")) return encoded;
  const spaced = encoded.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    const bytes = spaced.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return decodeBytes(bytes);
  }
}

/** Text as XML content. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
