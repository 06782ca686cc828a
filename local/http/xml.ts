import { XMLParser } from "fast-xml-parser";
import { keyOf } from "../store/keys.ts";

/**
 * XML as bytes: documents are built and parsed with one character for each byte, so keys that are not UTF-8
 * and control characters go out just as they are stored.
 */

// oxlint-disable-next-line no-control-regex -- control characters are what has to be escaped
const MARKUP = /[&<>"\u0000-\u0008\u000B-\u001F]/;
const MARKUP_CHARACTERS = new RegExp(MARKUP, "g");
const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `<name>text</name>` with the text escaped. */
export function element(name: string, text: string | number): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** A whole document around elements that are already written. */
export function xmlDocument(root: string, content: string, namespace?: string): string {
  const attribute = namespace === undefined ? "" : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${content}</${root}>`;
}

function escapeXml(bytes: string): string {
  if (!MARKUP.test(bytes)) return bytes;
  return bytes.replace(
    MARKUP_CHARACTERS,
    (character) => NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

/** References to characters that XML 1.0 forbids; the parser would drop them, and a key become another one. */
const FORBIDDEN_REFERENCE = /&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/i;

/** The document's root element, or undefined when it is not XML. Texts are bytes again. */
export function parseXml(document: Buffer): XmlElement | undefined {
  const text = document.toString("utf8");
  if (FORBIDDEN_REFERENCE.test(text)) return undefined;
  try {
    const nodes = parser.parse(text, true) as ParsedNode[];
    return nodes.map(toElement).find((node) => node !== undefined && !node.name.startsWith("?"));
  } catch {
    return undefined;
  }
}

/** The children of that name. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child of that name. */
export function childText(parent: XmlElement | undefined, name: string): string | undefined {
  return childrenOf(parent, name)[0]?.text;
}

type ParsedNode = Readonly<Record<string, unknown>>;

function toElement(node: ParsedNode): XmlElement | undefined {
  const name = Object.keys(node).find((property) => property !== ":@" && property !== "#text");
  if (name === undefined) return undefined;
  const content = (node[name] ?? []) as ParsedNode[];
  const text = content.map((child) => ("#text" in child ? String(child["#text"]) : "")).join("");
  return {
    name: name.replace(/^.*:/, ""),
    text: keyOf(text),
    children: content.map(toElement).filter((child) => child !== undefined),
  };
}
