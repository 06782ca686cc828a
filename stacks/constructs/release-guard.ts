import { EXIT } from "../../core/exit-codes.ts";
import { Construct, type TerraformResource } from "../cdk.ts";
import { TerraformData } from "../terraform-data.ts";

export interface ReleaseGuardProps {
  /** The bundled `oss-ferry`, from the directory that Terraform runs in. */
  readonly program: string;
  /** The options that name the job. */
  readonly job: string;
  /** What must not be touched before the question is answered. */
  readonly guarded: readonly TerraformResource[];
}

/**
 * Asks before a fleet that is still working is destroyed: `oss-ferry release-check` refuses then, and Terraform
 * stops before it touches an instance. Whatever else goes wrong with the question
 * does not keep a fleet, which costs money, alive.
 */
export class ReleaseGuard extends Construct {
  constructor(scope: Construct, id: string, { program, job, guarded }: ReleaseGuardProps) {
    super(scope, id);
    new TerraformData(this, "guard", {
      dependsOn: guarded,
      beforeDestroy: `node ${program} release-check ${job}; test $? -ne ${EXIT.refused}`,
    });
  }
}
