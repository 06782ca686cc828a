import { Construct, TerraformStack } from "./cdk.ts";

interface Removed {
  readonly from: string;
  readonly lifecycle: { readonly destroy: false };
}

const removedOf = new WeakMap<TerraformStack, Removed[]>();

/**
 * Makes Terraform forget resources of this scope that it may have created before, instead of destroying them:
 * `removed` blocks, which do nothing where there is nothing to forget. `types` are Terraform's, by construct id.
 */
export function letGo(scope: Construct, types: Readonly<Record<string, string>>): void {
  const stack = TerraformStack.of(scope);
  const removed = removedOf.get(stack) ?? [];
  removedOf.set(stack, removed);
  for (const [id, type] of Object.entries(types)) {
    // A construct in the resource's place has the resource's logical id.
    const place = new Construct(scope, id);
    removed.push({ from: `${type}.${stack.getLogicalId(place.node)}`, lifecycle: { destroy: false } });
  }
  stack.addOverride("removed", removed);
}
