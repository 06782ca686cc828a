import type { Account } from "./account.ts";
import type { Attributes } from "./attributes.ts";
import type { ScriptedError } from "./scripted-errors.ts";

export interface AccountCall {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The account over HTTP, for the Terraform provider, which lives as long as one command, and for tests.
 * `/account/resources` is what Terraform uses; the rest disturbs and inspects.
 */
export const ACCOUNT_ROUTES: Readonly<Record<string, (account: Account, call: AccountCall) => unknown>> = {
  "GET /account": (account) => ({ region: account.region }),
  "POST /account/create": async (account, { body }) => ({
    resource: await account.create(String(body["type"]), attributes(body)),
  }),
  "POST /account/read": async (account, { body }) => ({
    resource: (await account.read(String(body["type"]), String(body["id"]), attributes(body))) ?? null,
  }),
  "POST /account/update": async (account, { body }) => ({
    resource: await account.update(String(body["type"]), String(body["id"]), attributes(body)),
  }),
  "POST /account/delete": async (account, { body }) =>
    account.delete(String(body["type"]), String(body["id"]), attributes(body)),
  "POST /account/data": (account, { body }) => ({
    resource: account.readDataSource(String(body["type"]), attributes(body)),
  }),
  "GET /account/resources": (account, { query }) => account.list(query.get("type") ?? undefined),
  "POST /account/drift": async (account, { body }) =>
    account.disturb(String(body["type"]), String(body["id"]), body["attributes"] as Attributes | null),
  "POST /account/errors": (account, { body }) => {
    account.script(body as unknown as ScriptedError);
  },
  "DELETE /account/errors": (account) => {
    account.clearScript();
  },
  "GET /account/instances": (account) => account.instances(),
  "GET /account/console": async (account, { query }) => ({
    text: await account.readConsole(query.get("id") ?? ""),
  }),
  "POST /account/release": async (account, { body }) => account.release(String(body["id"])),
  "POST /account/termination": (account, { body }) => {
    const atMs = body["atMs"];
    account.announceTermination(String(body["id"]), typeof atMs === "number" ? atMs : undefined);
  },
};

function attributes(body: Readonly<Record<string, unknown>>): Attributes {
  return (body["attributes"] ?? {}) as Attributes;
}
