import { AccountError } from "./account-client.ts";
import type { Problem } from "./rules/checks.ts";

export interface AttributePath {
  readonly steps: readonly { readonly attribute_name: string }[];
}

export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail?: string;
  readonly attribute?: AttributePath;
}

export function pathTo(attribute: string): AttributePath {
  return { steps: [{ attribute_name: attribute }] };
}

export function ofProblem({ attribute, message }: Problem): Diagnostic {
  return { severity: "ERROR", summary: message, attribute: pathTo(attribute) };
}

/** As the real provider words what an API answered; messages that it words itself stay as they are. */
export function ofError(error: unknown, subject: string): Diagnostic {
  if (!(error instanceof AccountError)) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { severity: "ERROR", summary: message, detail: stack ?? "" };
  }
  if (error.message.startsWith("[ERROR]")) return { severity: "ERROR", summary: error.message };
  const summary = [
    `[ERROR] Resource ${subject} ${error.operation} Failed!!! [SDK alibaba-cloud-sdk-go ERROR]:`,
    "SDK.ServerError",
    `ErrorCode: ${error.code}`,
    `Message: ${error.message}`,
  ].join("\n");
  return { severity: "ERROR", summary };
}
