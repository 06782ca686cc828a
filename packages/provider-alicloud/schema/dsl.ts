/** A Terraform type as the plugin protocol and `terraform providers schema -json` write it. */
export type AttributeType =
  | "string"
  | "number"
  | "bool"
  | readonly ["list" | "set" | "map", AttributeType]
  | readonly ["object", Readonly<Record<string, AttributeType>>];

export interface Attribute {
  readonly type: AttributeType;
  readonly description_kind: "plain";
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly sensitive?: true;
  readonly deprecated?: true;
}

export interface NestedBlock {
  readonly nesting_mode: "single" | "list" | "set";
  readonly block: Block;
  readonly max_items?: number;
}

export interface Block {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly block_types: Readonly<Record<string, NestedBlock>>;
  readonly description_kind: "plain";
}

/** One provider, resource or data source. */
export interface Schema {
  readonly version: number;
  readonly block: Block;
}

/** Must be given. */
export function required(type: AttributeType): Attribute {
  return { type, description_kind: "plain", required: true };
}

/** May be given; stays as it was given. */
export function optional(type: AttributeType): Attribute {
  return { type, description_kind: "plain", optional: true };
}

/** May be given; the provider fills it in otherwise. */
export function defaulted(type: AttributeType): Attribute {
  return { type, description_kind: "plain", optional: true, computed: true };
}

/** Known after apply. */
export function computed(type: AttributeType): Attribute {
  return { type, description_kind: "plain", computed: true };
}

export function sensitive(attribute: Attribute): Attribute {
  return { ...attribute, sensitive: true };
}

export function deprecated(attribute: Attribute): Attribute {
  return { ...attribute, deprecated: true };
}

type Members = Readonly<Record<string, Attribute | NestedBlock>>;

/** A nested block that appears once at most; as with the real provider it is a list (or a set) of one. */
export function one(members: Members, nesting: "list" | "set" = "list"): NestedBlock {
  return { nesting_mode: nesting, block: block(members), max_items: 1 };
}

export function many(
  members: Members,
  { nesting = "list", max }: { readonly nesting?: "list" | "set"; readonly max?: number } = {},
): NestedBlock {
  return { nesting_mode: nesting, block: block(members), ...(max !== undefined && { max_items: max }) };
}

/** A resource or data source: like every one of the provider, it has an `id`. */
export function schema(members: Members): Schema {
  return { version: 0, block: block({ id: defaulted("string"), ...members }) };
}

/** The block that sets how long Terraform waits for each operation, for example `create: "20m"`. */
export function timeouts(...operations: readonly ("create" | "read" | "update" | "delete")[]): {
  readonly timeouts: NestedBlock;
} {
  const members = Object.fromEntries(operations.map((operation) => [operation, optional("string")]));
  return { timeouts: { nesting_mode: "single", block: block(members) } };
}

export function block(members: Members): Block {
  const entries = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  const attributes: Record<string, Attribute> = {};
  const blockTypes: Record<string, NestedBlock> = {};
  for (const [name, member] of entries) {
    if ("block" in member) blockTypes[name] = member;
    else attributes[name] = member;
  }
  return { attributes, block_types: blockTypes, description_kind: "plain" };
}
