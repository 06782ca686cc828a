import type { Block } from "../../packages/provider-alicloud/schema/dsl.ts";
import type { ResourceRules } from "./rules/checks.ts";
import {
  isEqual,
  isList,
  isObject,
  isUnknown,
  isZero,
  UNKNOWN,
  type Value,
  type Values,
  zeroOf,
} from "./values.ts";

export interface Plan {
  readonly planned: Values;
  /** The changed attributes that need a new resource. */
  readonly replacedBy: readonly string[];
}

/** What Terraform shall expect of creating (`prior` null) or changing a resource. */
export function planChange(
  block: Block,
  rules: ResourceRules,
  {
    prior,
    proposed,
    config,
  }: { readonly prior: Values | null; readonly proposed: Values; readonly config: Values },
): Plan {
  const planned: Record<string, Value> = { ...planBlock(block, config, proposed, prior) };
  for (const [name, value] of Object.entries(rules.defaults ?? {})) {
    if (config[name] === null) planned[name] = value;
  }
  if (prior === null) return { planned, replacedBy: [] };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    const [before, after] = [prior[name] ?? null, planned[name] ?? null];
    const sameNothing = attribute.computed !== true && isZero(before) && isZero(after) && !isUnknown(after);
    // A default is told from nothing, as in the real provider.
    const isDefault = rules.defaults?.[name] !== undefined && config[name] === null;
    if ((sameNothing && !isDefault) || rules.suppress?.[name]?.(before, after, planned) === true) {
      planned[name] = before;
    }
  }
  const changed = changedNames(prior, planned);
  for (const name of changed.flatMap((cause) => rules.recomputed?.[cause] ?? [])) {
    if (config[name] === null) planned[name] = UNKNOWN;
  }
  return { planned, replacedBy: changed.filter((name) => rules.forceNew?.includes(name) === true) };
}

export function changedNames(prior: Values, planned: Values): readonly string[] {
  return Object.keys(planned).filter((name) => !isEqual(prior[name], planned[name]));
}

/** Proposed values, unknown where the provider will fill them in. */
function planBlock(block: Block, config: Values, proposed: Values, prior: Values | null): Values {
  const planned: Record<string, Value> = { ...proposed };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    if (attribute.computed === true && config[name] === null && prior === null) planned[name] = UNKNOWN;
  }
  for (const [name, nested] of Object.entries(block.block_types)) {
    const items = proposed[name];
    if (!isList(items)) continue;
    planned[name] = items.map((item, index) => {
      if (!isObject(item)) return item;
      return planBlock(
        nested.block,
        objectAt(config[name], index) ?? item,
        item,
        objectAt(prior?.[name], index),
      );
    });
  }
  return planned;
}

function objectAt(items: Value | undefined, index: number): Values | null {
  const item = isList(items) ? items[index] : undefined;
  return isObject(item) ? item : null;
}

/** The planned values, with what the cloud answered in place of the unknown ones. */
export function settle(block: Block, planned: Values, answer: Values): Values {
  const settled: Record<string, Value> = { ...planned };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    if (isUnknown(planned[name])) settled[name] = answer[name] ?? zeroOf(attribute.type);
  }
  for (const [name, nested] of Object.entries(block.block_types)) {
    const items = planned[name];
    if (!isList(items)) continue;
    settled[name] = items.map((item, index) =>
      isObject(item) ? settle(nested.block, item, objectAt(answer[name], index) ?? {}) : item,
    );
  }
  return settled;
}

/** The known values only. */
export function knownOf(value: Values): Values {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      isUnknown(member) ? [] : [[name, knownMember(member)]],
    ),
  );
}

function knownMember(value: Value): Value {
  if (isList(value)) return value.filter((item) => !isUnknown(item)).map(knownMember);
  return isObject(value) ? knownOf(value) : value;
}
