import type { z } from "zod";
import { FerryError } from "../errors.ts";

/** Bytes of a control object. */
export function encodeJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`, "utf8");
}

/**
 * Reads a control object. Throws CONTROL_OBJECT_UNREADABLE naming the key and what is wrong with it: objects
 * of the protocol are written whole and by us, so one that does not parse was edited or belongs to another version.
 */
export function decodeJson<Schema extends z.ZodType>(
  schema: Schema,
  key: string,
  body: Uint8Array,
): z.infer<Schema> {
  const result = parseJson(schema, body);
  if (result.ok) return result.value;
  throw new FerryError(
    "CONTROL_OBJECT_UNREADABLE",
    `${key} in the control bucket cannot be used: ${result.problem}; restore it or start a new job id`,
  );
}

/** As `decodeJson`, but says what is wrong instead of throwing. */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  body: Uint8Array,
): { readonly ok: true; readonly value: z.infer<Schema> } | { readonly ok: false; readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
  } catch {
    return { ok: false, problem: "it is not JSON" };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  return { ok: false, problem: `${path === "" ? "" : `${path}: `}${issue?.message ?? "unexpected content"}` };
}
