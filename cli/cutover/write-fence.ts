import { isDeepStrictEqual } from "node:util";
import { FerryError } from "../../core/errors.ts";

/** What S3 accepts as the text of a policy. */
const MAX_POLICY_BYTES = 20 * 1024;

/** By this the fence knows itself. */
const SID = "OssFerryWriteFence";

/** Everything by which an object comes, changes or goes. Uploads in parts need PutObject for each of their steps. */
const ACTIONS = [
  "s3:PutObject",
  "s3:PutObjectAcl",
  "s3:PutObjectTagging",
  "s3:DeleteObject",
  "s3:DeleteObjectTagging",
  "s3:DeleteObjectVersion",
  "s3:ReplicateDelete",
  "s3:ReplicateObject",
] as const;

export interface FencedSource {
  readonly bucket: string;
  readonly region: string;
  /** Only keys below it are fenced. */
  readonly srcPrefix: string;
  /** ARNs of those who may go on writing; `*` and `?` stand for any characters. */
  readonly exceptions: readonly string[];
}

/** A bucket policy, of which nothing is known but that it has statements. */
type PolicyDocument = Readonly<Record<string, unknown>>;

/** The statement that denies writes to everybody but the exceptions. */
export function fenceStatement(source: FencedSource): PolicyDocument {
  const { bucket, region, srcPrefix, exceptions } = source;
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  return {
    Sid: SID,
    Effect: "Deny",
    Principal: "*",
    Action: ACTIONS,
    Resource: `arn:${partition}:s3:::${bucket}/${srcPrefix}*`,
    ...(exceptions.length === 0 ? {} : { Condition: { ArnNotLike: { "aws:PrincipalArn": exceptions } } }),
  };
}

/** How far a bucket's policy has this fence: not, this one, or one with other exceptions or keys. */
export type FenceState = "absent" | "present" | "different";

/** The state of the fence in the policy (undefined: the bucket has none). */
export function fenceState(policy: string | undefined, fence: PolicyDocument): FenceState {
  const found = statementsOf(policy).filter(isFence);
  if (found.length === 0) return "absent";
  return found.length === 1 && isDeepStrictEqual(canonical(found[0]), canonical(fence))
    ? "present"
    : "different";
}

/** The policy with this fence, and with everything else that it says as it was. */
export function withFence(policy: string | undefined, fence: PolicyDocument): string {
  const others = statementsOf(policy).filter((statement) => !isFence(statement));
  const document = policy === undefined ? { Version: "2012-10-17" } : parse(policy);
  const text = JSON.stringify({ ...document, Statement: [...others, fence] });
  if (Buffer.byteLength(text) > MAX_POLICY_BYTES) {
    throw new FerryError(
      "POLICY_TOO_LARGE",
      `with the fence the source's policy would be larger than the ${MAX_POLICY_BYTES} bytes that S3 accepts; take something out of it`,
    );
  }
  return text;
}

/** The policy without the fence; undefined when there was nothing else in it. */
export function withoutFence(policy: string | undefined): string | undefined {
  if (policy === undefined) return undefined;
  const statements = statementsOf(policy);
  const others = statements.filter((statement) => !isFence(statement));
  if (others.length === statements.length) return policy;
  return others.length === 0 ? undefined : JSON.stringify({ ...parse(policy), Statement: others });
}

function isFence(statement: unknown): boolean {
  return typeof statement === "object" && statement !== null && (statement as PolicyDocument)["Sid"] === SID;
}

/** A single statement may stand without a list. */
function statementsOf(policy: string | undefined): readonly unknown[] {
  if (policy === undefined) return [];
  const statement = parse(policy)["Statement"];
  return Array.isArray(statement) ? (statement as readonly unknown[]) : [statement];
}

function parse(policy: string): PolicyDocument {
  try {
    const document: unknown = JSON.parse(policy);
    if (typeof document === "object" && document !== null && "Statement" in document) {
      return { ...document };
    }
  } catch {
    // Said below.
  }
  throw new FerryError(
    "POLICY_UNREADABLE",
    "the source's bucket policy is not one that can be added to safely; look at it in the console",
  );
}

/** The service gives a policy back with lists in its own order, and single values without a list. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value
      .map(canonical)
      .map((item) => JSON.stringify(item))
      .sort();
    return items.length === 1 ? items[0] : items;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => [name, canonical(item)] as const);
  // `"*"` and `{"AWS": "*"}` name the same principals.
  const isEverybody = entries.length === 1 && entries[0]?.[0] === "AWS" && entries[0][1] === '"*"';
  return isEverybody ? '"*"' : Object.fromEntries(entries);
}
