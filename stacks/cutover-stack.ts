import { fleetsOf } from "../core/config/fleet.ts";
import type { Migration } from "../core/config/migration-schema.ts";
import { sourceServiceOf } from "../core/source-service.ts";
import { type Construct, TerraformOutput } from "./cdk.ts";
import { BackToSourceRules } from "./constructs/back-to-source-rules.ts";
import { OverwriteProtection } from "./constructs/overwrite-protection.ts";
import { MigrationStack, type MigrationStackProps } from "./migration-stack.ts";

export interface CutoverStackProps extends MigrationStackProps {
  readonly cutover: NonNullable<Migration["cutover"]>;
}

/**
 * The switch: from here on the destination fetches what it does not have, and earlier fleets cannot overwrite. Its
 * state holds the source's key pair where the source asks for signatures.
 */
export class CutoverStack extends MigrationStack {
  constructor(scope: Construct, id: string, props: CutoverStackProps) {
    super(scope, id, props);
    const { migration, cutover } = props;
    const { source, destination, srcPrefix, destPrefix } = migration;
    new BackToSourceRules(this, "back-to-source", {
      bucketName: destination.bucket,
      sourceUrl: cutover.sourceUrl ?? publicUrl(source),
      srcPrefix,
      destPrefix,
      passQueryString: cutover.passQueryString,
      followRedirect: cutover.followRedirect,
      ...(cutover.privateSource ? { sign: { authType: cutover.authType, region: source.region } } : {}),
    });
    if (cutover.protectFromFleet) {
      new OverwriteProtection(this, "overwrite-protection", {
        bucketName: destination.bucket,
        roleNames: protectedFrom(migration),
      });
    }
    new TerraformOutput(this, "next", {
      value: "oss-ferry cutover check, then switch the application over and deploy the final delta",
    });
  }
}

/**
 * The roles of every fleet but the last delta's, which has to replace what changed at the source before the switch, and
 * what a rule fetched without its metadata.
 */
function protectedFrom(migration: Migration): readonly string[] {
  const fleets = fleetsOf(migration);
  const lastDelta = fleets.findLast(({ work }) => work.kind === "delta");
  return fleets.filter((fleet) => fleet !== lastDelta).map(({ roleName }) => roleName);
}

function publicUrl(source: Migration["source"]): string {
  const { bucket } = source;
  const { endpoint, pathStyle } = sourceServiceOf(source);
  const url = new URL(endpoint);
  return pathStyle ? `${url.origin}/${bucket}/` : `${url.protocol}//${bucket}.${url.host}/`;
}
