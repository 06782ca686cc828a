/** A RAM policy, as far as it is used here (https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax). */
export interface Policy {
  readonly Version: "1";
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  /** `*` stands for any characters, `?` for one. */
  readonly Resource: readonly string[];
  /** Names of conditions with the patterns of which one must fit. */
  readonly Condition?: { readonly StringLike: Readonly<Record<string, readonly string[]>> };
}

/** What RAM accepts as the text of a policy. */
export const MAX_POLICY_BYTES = 6144;

export function policy(statements: readonly Statement[]): Policy {
  return { Version: "1", Statement: statements };
}

/** Allows the actions on these keys of the bucket; a key may end with `*`. */
export function allowObjects(actions: readonly string[], bucket: string, keys: readonly string[]): Statement {
  return { Effect: "Allow", Action: actions, Resource: keys.map((key) => `acs:oss:*:*:${bucket}/${key}`) };
}

/** Denies the actions on these keys, whatever else allows them. */
export function denyObjects(actions: readonly string[], bucket: string, keys: readonly string[]): Statement {
  return { ...allowObjects(actions, bucket, keys), Effect: "Deny" };
}

/** Allows the actions on the bucket itself. */
export function allowBucket(actions: readonly string[], bucket: string): Statement {
  return { Effect: "Allow", Action: actions, Resource: [`acs:oss:*:*:${bucket}`] };
}

/** Allows to list the bucket below each of these prefixes. */
export function allowListing(bucket: string, ...prefixes: readonly string[]): Statement {
  const listing = allowBucket(["oss:ListObjects"], bucket);
  return { ...listing, Condition: { StringLike: { "oss:Prefix": prefixes.map((prefix) => `${prefix}*`) } } };
}
