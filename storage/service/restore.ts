import { createHash } from "node:crypto";
import { storeErrorOf } from "../../core/errors.ts";
import type { HttpResponse } from "../http/transport.ts";
import { MAX_ANSWER_BYTES } from "./bucket-answers.ts";

/** What goes with the body of RestoreObject. */
export function restoreHeaders(body: Uint8Array): Record<string, string> {
  return {
    "content-type": "application/xml",
    "content-md5": createHash("md5").update(body).digest("base64"),
  };
}

/** What S3 and OSS say to RestoreObject: 200 when the object can be read already, 202 and 409 when it is under way. */
export async function restoreStateOf(answer: Promise<HttpResponse>): Promise<"restoring" | "restored"> {
  try {
    const response = await answer;
    await response.readAll(MAX_ANSWER_BYTES);
    return response.status === 200 ? "restored" : "restoring";
  } catch (error) {
    if (storeErrorOf(error)?.detail.serviceCode === "RestoreAlreadyInProgress") return "restoring";
    throw error;
  }
}
