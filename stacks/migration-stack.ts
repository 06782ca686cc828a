import { isAbsolute, join, relative } from "node:path";
import { AlicloudProvider } from "@cdktf/provider-alicloud/lib/provider";
import type { Migration } from "../core/config/migration-schema.ts";
import { App, type Construct, LocalBackend, OssBackend, TerraformStack } from "./cdk.ts";

export interface MigrationStackProps {
  readonly migration: Migration;
}

/** What all stacks have in common: the provider without any key, and a state of their own. */
export class MigrationStack extends TerraformStack {
  constructor(scope: Construct, id: string, { migration }: MigrationStackProps) {
    super(scope, id);
    // `removed` blocks need 1.7.
    this.addOverride("terraform.required_version", ">= 1.7.0");
    const provider = new AlicloudProvider(this, "alicloud", { region: migration.region });
    // By itself the library asks for exactly the version that the bindings were generated from.
    const { providerVersionConstraint } = provider.terraformGeneratorMetadata ?? {};
    this.addOverride("terraform.required_providers.alicloud.version", providerVersionConstraint);
    this.#keepState(migration);
  }

  #keepState({ name, region, state }: Migration): void {
    const { id } = this.node;
    if (state.oss !== undefined) {
      const { bucket, prefix, tablestoreEndpoint, tablestoreTable, profile } = state.oss;
      new OssBackend(this, {
        bucket,
        prefix: `${prefix}/${name}`,
        key: `${id}.tfstate`,
        region: state.oss.region ?? region,
        encrypt: true,
        acl: "private",
        tablestoreEndpoint,
        tablestoreTable,
        ...(profile === undefined ? {} : { profile }),
      });
      return;
    }
    const file = join(state.local?.directory ?? "state", name, `${id}.tfstate`);
    new LocalBackend(this, { path: this.fromWorkingDirectory(file) });
  }

  /**
   * A path of the project as Terraform needs it, which runs in the stack's directory: relative, as no path of this
   * machine belongs in what is synthesised.
   */
  protected fromWorkingDirectory(path: string): string {
    const { outdir } = App.of(this);
    // Synthesis runs in the project's directory.
    const output = isAbsolute(outdir) ? relative(process.cwd(), outdir) : outdir;
    return relative(join(output, "stacks", this.node.id), path);
  }
}
