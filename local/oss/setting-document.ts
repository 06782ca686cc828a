import type { Attributes } from "../account/attributes.ts";
import { childrenOf, childText, element, type XmlElement } from "../http/xml.ts";

/** How a piece of a bucket's settings is written in XML, and under which name the bucket keeps it. */
export interface Field {
  readonly xml: string;
  readonly kind: "text" | "number" | "boolean" | "texts" | "secret" | "status" | "tags" | "blocks";
  /** Of `blocks`: what each of them consists of. */
  readonly shape?: Shape;
}

/** Fields by the names that the account's resources give them: settings read the same however they were made. */
export type Shape = Readonly<Record<string, Field>>;

/** The settings in a parsed document; what it does not mention is left out. */
export function settingsFromXml(parent: XmlElement, shape: Shape): Attributes {
  const settings: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape)) {
    const found = childrenOf(parent, field.xml);
    const [first] = found;
    if (first !== undefined) settings[name] = valueOf(field, first, found);
  }
  return settings;
}

/** The elements of a document with these settings. Secrets are not told. */
export function settingsToXml(settings: Attributes, shape: Shape): string {
  return Object.entries(shape)
    .map(([name, field]) => elementsOf(field, settings[name]))
    .join("");
}

/** Fields that XML calls as they are called here, but in `PascalCase`. */
export function fields(kind: Exclude<Field["kind"], "blocks">, ...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, { xml: pascalCase(name), kind }]));
}

function valueOf({ kind, shape = {} }: Field, first: XmlElement, found: readonly XmlElement[]): unknown {
  switch (kind) {
    case "text":
    case "secret":
      return first.text;
    case "number":
      return Number(first.text);
    case "boolean":
      return first.text.toLowerCase() === "true";
    case "texts":
      return found.map(({ text }) => text);
    case "status":
      return first.text === "Enabled";
    case "tags":
      return Object.fromEntries(found.map((tag) => [childText(tag, "Key"), childText(tag, "Value")]));
    case "blocks":
      return found.map((block) => settingsFromXml(block, shape));
  }
}

function elementsOf({ xml, kind, shape = {} }: Field, value: unknown): string {
  if (value === undefined || value === null || kind === "secret") return "";
  if (kind === "status") return element(xml, value === true ? "Enabled" : "Disabled");
  if (kind === "tags") {
    const tags = Object.entries(value as Readonly<Record<string, string>>);
    return tags
      .map(([name, text]) => `<${xml}>${element("Key", name)}${element("Value", text)}</${xml}>`)
      .join("");
  }
  if (kind !== "blocks") {
    const values = Array.isArray(value) ? value : [value];
    return values.map((item) => element(xml, String(item))).join("");
  }
  return (value as readonly Attributes[])
    .map((block) => `<${xml}>${settingsToXml(block, shape)}</${xml}>`)
    .join("");
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
