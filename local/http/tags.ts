import { keyText } from "../store/keys.ts";
import { decodePercent } from "./percent.ts";
import { childrenOf, childText, element, parseXml, xmlDocument } from "./xml.ts";

const MAX_TAGS = 10;
const MAX_NAME_CHARACTERS = 128;
const MAX_VALUE_CHARACTERS = 256;

export type Tags = Readonly<Record<string, string>>;

/** The characters that names and values of tags may have; "Object tagging" of OSS, "Tag restrictions" of AWS. */
export const TAG_CHARACTERS = {
  oss: /^[A-Za-z0-9 +\-=._:/]*$/,
  s3: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
} as const;

/** The tags of a header `a=b&c=d`, or undefined when they break a rule. */
export function tagsFromHeader(header: string | undefined, characters: RegExp): Tags | undefined {
  if (header === undefined || header === "") return {};
  const pairs = header.split("&").map((pair): readonly [string, string] => {
    const cut = pair.indexOf("=");
    const [name, value] = cut === -1 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
    return [decodeForm(name), decodeForm(value)];
  });
  return checked(pairs, characters);
}

/** The tags of a `Tagging` document, or undefined when it is none or they break a rule. */
export function tagsFromXml(document: Buffer, characters: RegExp): Tags | undefined {
  const root = parseXml(document);
  if (root?.name !== "Tagging") return undefined;
  const tags = childrenOf(childrenOf(root, "TagSet")[0], "Tag");
  const pairs = tags.map((tag) => [childText(tag, "Key") ?? "", childText(tag, "Value") ?? ""] as const);
  return checked(pairs, characters);
}

export function tagsToXml(tags: Tags, namespace?: string): string {
  const set = Object.entries(tags)
    .map(([name, value]) => `<Tag>${element("Key", name)}${element("Value", value)}</Tag>`)
    .join("");
  return xmlDocument("Tagging", `<TagSet>${set}</TagSet>`, namespace);
}

function checked(pairs: readonly (readonly [string, string])[], characters: RegExp): Tags | undefined {
  const tags = Object.fromEntries(pairs);
  const fits = pairs.every(([nameBytes, valueBytes]) => {
    const [name, value] = [keyText(nameBytes), keyText(valueBytes)];
    const isShort = name !== "" && name.length <= MAX_NAME_CHARACTERS && value.length <= MAX_VALUE_CHARACTERS;
    return isShort && characters.test(name) && characters.test(value);
  });
  return fits && pairs.length <= MAX_TAGS && Object.keys(tags).length === pairs.length ? tags : undefined;
}

function decodeForm(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}
