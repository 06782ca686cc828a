import { decodePercent } from "./percent.ts";
import { childrenOf, childText, element, parseXml, xmlDocument } from "./xml.ts";

const MAX_TAGS = 10;
const MAX_NAME_CHARACTERS = 128;
const MAX_VALUE_CHARACTERS = 256;

export type Tags = Readonly<Record<string, string>>;

/** The tags of a header `a=b&c=d`, or undefined when they break a rule. */
export function tagsFromHeader(header: string | undefined): Tags | undefined {
  if (header === undefined || header === "") return {};
  return checked(
    header.split("&").map((pair) => {
      const cut = pair.indexOf("=");
      const [name, value] = cut === -1 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
      return [decodeForm(name), decodeForm(value)];
    }),
  );
}

/** The tags of a `Tagging` document, or undefined when it is none or they break a rule. */
export function tagsFromXml(document: Buffer): Tags | undefined {
  const root = parseXml(document);
  if (root?.name !== "Tagging") return undefined;
  const tags = childrenOf(childrenOf(root, "TagSet")[0], "Tag");
  return checked(tags.map((tag) => [childText(tag, "Key") ?? "", childText(tag, "Value") ?? ""]));
}

export function tagsToXml(tags: Tags, namespace?: string): string {
  const set = Object.entries(tags)
    .map(([name, value]) => `<Tag>${element("Key", name)}${element("Value", value)}</Tag>`)
    .join("");
  return xmlDocument("Tagging", `<TagSet>${set}</TagSet>`, namespace);
}

function checked(pairs: readonly (readonly [string, string])[]): Tags | undefined {
  const tags = Object.fromEntries(pairs);
  const fits = pairs.every(
    ([name, value]) =>
      name !== "" && name.length <= MAX_NAME_CHARACTERS && value.length <= MAX_VALUE_CHARACTERS,
  );
  return fits && pairs.length <= MAX_TAGS && Object.keys(tags).length === pairs.length ? tags : undefined;
}

function decodeForm(text: string): string {
  return decodePercent(text.replaceAll("+", " "));
}
