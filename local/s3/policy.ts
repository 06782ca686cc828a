import { keyText } from "../store/keys.ts";
import { isLike } from "../wildcards.ts";
import { s3Errors } from "./errors.ts";

/**
 * Bucket policies, from "Policies and permissions in Amazon S3" and the IAM reference: who may or may not do what
 * with what, on which conditions. What is not known here is refused, never taken for something weaker.
 */

export type Verdict = "allowed" | "denied" | "silent";

/** What a policy is asked about. */
export interface Question {
  /** Absent for a request without a signature. */
  readonly principalArn: string | undefined;
  /** `s3:PutObject`. */
  readonly action: string;
  readonly bucket: string;
  /** Absent for what is about the bucket itself. */
  readonly key: string | undefined;
  readonly nowMs: number;
}

interface Statement {
  readonly effect: "Allow" | "Deny";
  /** `*` is everybody, signed or not. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const ELEMENTS = new Set(["Sid", "Effect", "Principal", "Action", "Resource", "Condition"]);
const CONDITION_KEYS = new Set(["aws:principalarn", "aws:currenttime"]);

const OPERATORS: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  DateGreaterThan: (actual, wanted) => Date.parse(actual) > Date.parse(wanted),
  DateGreaterThanEquals: (actual, wanted) => Date.parse(actual) >= Date.parse(wanted),
  DateLessThan: (actual, wanted) => Date.parse(actual) < Date.parse(wanted),
  DateLessThanEquals: (actual, wanted) => Date.parse(actual) <= Date.parse(wanted),
};

/** The policy's statements; throws what S3 answers when it is none, or not about this bucket. */
export function parsePolicy(text: string, bucket: string): readonly Statement[] {
  const policy = jsonOf(text);
  const statements = listOf(policy["Statement"]);
  if (statements.length === 0) throw s3Errors.malformedPolicy("Missing required field Statement");
  return statements.map((statement) => statementOf(statement as Record<string, unknown>, bucket));
}

/** An explicit denial counts more than any permission. */
export function judge(statements: readonly Statement[], question: Question): Verdict {
  const applying = statements.filter((statement) => applies(statement, question));
  if (applying.some(({ effect }) => effect === "Deny")) return "denied";
  return applying.length > 0 ? "allowed" : "silent";
}

function statementOf(statement: Record<string, unknown>, bucket: string): Statement {
  const unknown = Object.keys(statement).find((name) => !ELEMENTS.has(name));
  if (unknown !== undefined) throw s3Errors.notImplemented(`the policy element ${unknown}`);
  const effect = statement["Effect"];
  if (effect !== "Allow" && effect !== "Deny") throw s3Errors.malformedPolicy("Invalid effect");
  const principals = principalsOf(statement["Principal"]);
  if (principals.length === 0) throw s3Errors.malformedPolicy("Invalid principal in policy");
  const actions = listOf(statement["Action"]).map(String);
  if (!actions.every((action) => action === "*" || action.startsWith("s3:")) || actions.length === 0) {
    throw s3Errors.malformedPolicy("Policy has invalid action");
  }
  const resources = listOf(statement["Resource"]).map(String);
  const own = `arn:aws:s3:::${bucket}`;
  if (
    !resources.every((resource) => resource === own || resource.startsWith(`${own}/`)) ||
    resources.length === 0
  ) {
    throw s3Errors.malformedPolicy("Policy has invalid resource");
  }
  return { effect, principals, actions, resources, conditions: conditionsOf(statement["Condition"]) };
}

function principalsOf(principal: unknown): readonly string[] {
  if (typeof principal !== "object" || principal === null) return listOf(principal).map(String);
  return listOf((principal as Record<string, unknown>)["AWS"]).map(String);
}

function conditionsOf(block: unknown): readonly Condition[] {
  return Object.entries((block ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([operator, keys]) => {
      if (OPERATORS[positive(operator)] === undefined) {
        throw s3Errors.notImplemented(`the condition operator ${operator}`);
      }
      return Object.entries(keys).map(([name, values]) => {
        const key = name.toLowerCase();
        if (!CONDITION_KEYS.has(key)) throw s3Errors.notImplemented(`the condition key ${name}`);
        return { operator, key, values: listOf(values).map(String) };
      });
    },
  );
}

function applies(statement: Statement, question: Question): boolean {
  const { principalArn, action, bucket, key } = question;
  const resource = `arn:aws:s3:::${bucket}${key === undefined ? "" : `/${keyText(key)}`}`;
  return (
    statement.principals.some((principal) => principal === "*" || principal === principalArn) &&
    statement.actions.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())) &&
    statement.resources.some((pattern) => isLike(resource, pattern)) &&
    statement.conditions.every((condition) => holds(condition, question))
  );
}

/** Several values are alternatives; of a negated operator, none may fit, and one that is not there fits none. */
function holds({ operator, key, values }: Condition, { principalArn, nowMs }: Question): boolean {
  const name = positive(operator);
  const actual = key === "aws:principalarn" ? principalArn : new Date(nowMs).toISOString();
  const compare = OPERATORS[name];
  const fits = actual !== undefined && values.some((value) => compare?.(actual, value) === true);
  return name === operator ? fits : !fits;
}

/** `StringNotEquals` is `StringEquals` turned round. */
function positive(operator: string): string {
  return operator.replace(/^(String|Arn)Not/, "$1");
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw s3Errors.malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
