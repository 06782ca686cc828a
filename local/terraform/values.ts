import { decode, encode, ExtData } from "@msgpack/msgpack";
import type { AttributeType, Block } from "../../packages/provider-alicloud/schema/dsl.ts";

/** A value of Terraform's. Objects have every attribute and block of their schema. */
export type Value = null | string | number | boolean | ExtData | readonly Value[] | Values;
export interface Values {
  readonly [name: string]: Value;
}

/** As the protocol carries values: MessagePack, or JSON. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

/** A value that Terraform will know after apply. */
export const UNKNOWN: Value = new ExtData(0, new Uint8Array([0]));

export function isUnknown(value: Value | undefined): value is ExtData {
  // Whatever the extension's code: some carry what is known about the unknown.
  return value instanceof ExtData;
}

export function isObject(value: Value | undefined): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function decodeValue(value: DynamicValue | null | undefined): Values | null {
  if (value?.msgpack !== undefined && value.msgpack.length > 0) return decode(value.msgpack) as Values | null;
  if (value?.json !== undefined && value.json.length > 0) {
    return JSON.parse(Buffer.from(value.json).toString("utf8")) as Values | null;
  }
  return null;
}

export function encodeValue(value: Value): DynamicValue {
  return { msgpack: encode(value) };
}

/** The attribute as text; "" when it is absent, null or unknown. */
export function textOf(values: Values | null, name: string): string {
  const value = values?.[name];
  return typeof value === "string" ? value : "";
}

/** What the SDK of the real provider does not tell from null. */
export function isZero(value: Value | undefined): boolean {
  if (value === null || value === undefined || value === "" || value === 0 || value === false) return true;
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

export function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => isEqual(a[name] ?? null, b[name] ?? null));
  }
  return (a ?? null) === (b ?? null);
}

/** The value with the attributes of the block and no others, null or empty where it has none. */
export function conformToBlock(block: Block, value: Values): Values {
  const result: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(block.attributes)) {
    result[name] = conformToType(attribute.type, value[name]);
  }
  for (const [name, nested] of Object.entries(block.block_types)) {
    const given = value[name];
    if (nested.nesting_mode === "single") {
      result[name] = isObject(given) ? conformToBlock(nested.block, given) : null;
    } else {
      const items = isList(given) ? given : [];
      result[name] = items.map((item) => conformToBlock(nested.block, isObject(item) ? item : {}));
    }
  }
  return result;
}

function conformToType(type: AttributeType, value: Value | undefined): Value {
  if (value === undefined || value === null || isUnknown(value) || typeof type === "string")
    return value ?? null;
  const [container, member] = type;
  if (container === "object") {
    const fields = isObject(value) ? value : {};
    return Object.fromEntries(
      Object.entries(member).map(([name, field]) => [name, conformToType(field, fields[name])]),
    );
  }
  return isList(value) ? value.map((item) => conformToType(member, item)) : value;
}

/** The zero value of a type, for an attribute that the cloud says nothing about. */
export function zeroOf(type: AttributeType): Value {
  if (type === "string") return "";
  if (type === "number") return 0;
  if (type === "bool") return false;
  if (type[0] === "map") return {};
  return type[0] === "object"
    ? Object.fromEntries(Object.entries(type[1]).map(([name, field]) => [name, zeroOf(field)]))
    : [];
}
