import { isList, isObject, isUnknown, isZero, type Value, type Values } from "../values.ts";

/** What is wrong with a configuration, in the words of the real provider's SDK. */
export interface Problem {
  readonly attribute: string;
  readonly message: string;
}

/** Looks at one resource's configuration; values that are not known yet pass. */
export type Check = (config: Values) => readonly Problem[];

/** How a planned change is not a change. */
type Suppress = (prior: Value, planned: Value, all: Values) => boolean;

/** What the schema does not say about a resource. */
export interface ResourceRules {
  /** A change of one of these replaces the resource. */
  readonly forceNew?: readonly string[];
  readonly defaults?: Readonly<Record<string, Value>>;
  readonly suppress?: Readonly<Record<string, Suppress>>;
  /** Computed attributes that are new after a change of the attribute. */
  readonly recomputed?: Readonly<Record<string, readonly string[]>>;
  readonly checks?: readonly Check[];
  /** Updates send everything, not only what is different. */
  readonly writesWhole?: true;
  readonly cannotBeImported?: true;
}

const NONE: readonly Problem[] = [];

function known(config: Values, name: string): Value | undefined {
  const value = config[name];
  return value === null || isUnknown(value) ? undefined : value;
}

function isGiven(config: Values, name: string): boolean {
  const value = config[name];
  return isUnknown(value) || !isZero(value);
}

export function oneOf(attribute: string, choices: readonly string[]): Check {
  return (config) => {
    const value = known(config, attribute);
    if (typeof value !== "string" || choices.includes(value)) return NONE;
    const message = `expected ${attribute} to be one of [${choices.join(" ")}], got ${value}`;
    return [{ attribute, message }];
  };
}

export function between(attribute: string, least: number, most: number): Check {
  return (config) => {
    const value = known(config, attribute);
    if (typeof value !== "number" || (value >= least && value <= most)) return NONE;
    return [
      { attribute, message: `expected ${attribute} to be in the range (${least} - ${most}), got ${value}` },
    ];
  };
}

export function length(attribute: string, least: number, most: number): Check {
  return (config) => {
    const value = known(config, attribute);
    if (typeof value !== "string" || (value.length >= least && value.length <= most)) return NONE;
    const message = `expected length of ${attribute} to be in the range (${least} - ${most}), got ${value}`;
    return [{ attribute, message }];
  };
}

export function matches(attribute: string, pattern: RegExp, meaning: string): Check {
  return (config) => {
    const value = known(config, attribute);
    if (typeof value !== "string" || pattern.test(value)) return NONE;
    return [{ attribute, message: `invalid value for ${attribute} (${meaning})` }];
  };
}

export function isJson(attribute: string): Check {
  return (config) => {
    const value = known(config, attribute);
    if (typeof value !== "string") return NONE;
    try {
      JSON.parse(value);
      return NONE;
    } catch (error) {
      return [{ attribute, message: `"${attribute}" contains an invalid JSON: ${(error as Error).message}` }];
    }
  };
}

export function maxBytes(attribute: string, most: number): Check {
  return (config) => {
    const value = known(config, attribute);
    const bytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
    if (bytes <= most) return NONE;
    return [{ attribute, message: `"${attribute}" must not exceed ${most} bytes, got ${bytes}` }];
  };
}

export function conflicts(...attributes: readonly string[]): Check {
  return (config) => {
    const [first, second] = attributes.filter((name) => isGiven(config, name));
    if (first === undefined || second === undefined) return NONE;
    return [{ attribute: first, message: `"${first}": conflicts with ${second}` }];
  };
}

export function atLeastOne(...attributes: readonly string[]): Check {
  return (config) => {
    if (attributes.some((name) => isGiven(config, name))) return NONE;
    const [attribute = ""] = attributes;
    return [{ attribute, message: `"${attribute}": one of \`${attributes.join(",")}\` must be specified` }];
  };
}

/** `attribute` makes sense only if `other` has one of the values. */
export function onlyWith(attribute: string, other: string, values: readonly Value[]): Check {
  return (config) => {
    if (!isGiven(config, attribute) || isUnknown(config[other])) return NONE;
    if (values.includes(config[other] ?? null)) return NONE;
    const message = `"${attribute}" is valid only when "${other}" is ${values.map(String).join(" or ")}`;
    return [{ attribute, message }];
  };
}

/** Runs the checks on every nested block of that name. */
export function inBlock(name: string, ...checks: readonly Check[]): Check {
  return (config) => {
    const blocks = config[name];
    if (!isList(blocks)) return NONE;
    return blocks
      .filter(isObject)
      .flatMap((block) => checks.flatMap((check) => check(block)))
      .map((problem) => ({ ...problem, attribute: name }));
  };
}

/** Documents that say the same are the same. */
export function sameJson(prior: Value, planned: Value): boolean {
  if (typeof prior !== "string" || typeof planned !== "string") return false;
  try {
    return canonical(JSON.parse(prior)) === canonical(JSON.parse(planned));
  } catch {
    return false;
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
