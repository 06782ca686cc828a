import { type Construct, TerraformResource } from "./cdk.ts";

export interface TerraformDataProps {
  /** Another value replaces the resource, and what names it in `replaceTriggeredBy`. */
  readonly triggersReplace?: Readonly<Record<string, string>>;
  /** Run by the shell before the resource is destroyed; destruction stops when it fails. */
  readonly beforeDestroy?: string;
  readonly dependsOn?: readonly TerraformResource[];
}

/**
 * Terraform's own `terraform_data`. The library has a class for it, which asks the terraform program for its
 * version once for each of them: two minutes for a thousand workers.
 */
export class TerraformData extends TerraformResource {
  constructor(scope: Construct, id: string, props: TerraformDataProps) {
    const { triggersReplace, beforeDestroy, dependsOn = [] } = props;
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
      dependsOn: [...dependsOn],
      ...(beforeDestroy === undefined
        ? {}
        : { provisioners: [{ type: "local-exec", when: "destroy", command: beforeDestroy }] }),
    });
    if (triggersReplace !== undefined) this.addOverride("triggers_replace", triggersReplace);
  }
}
