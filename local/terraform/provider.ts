import { resolve } from "node:path";
import type { Schema } from "../../packages/provider-alicloud/schema/dsl.ts";
import type { ProviderSchema } from "../../packages/provider-alicloud/schema/provider-schema.ts";
import type { AccountClient } from "./account-client.ts";
import { type Diagnostic, ofError, ofProblem, pathTo } from "./diagnostics.ts";
import { changedNames, knownOf, planChange, settle } from "./plan.ts";
import { rulesOf } from "./rules/resource-rules.ts";
import { schemaMessage } from "./schema-message.ts";
import {
  conformToBlock,
  decodeValue,
  type DynamicValue,
  encodeValue,
  isUnknown,
  isZero,
  textOf,
  type Value,
  type Values,
} from "./values.ts";

interface Typed {
  readonly type_name: string;
}

/** The requests of the protocol, of which only the fields that matter here. */
interface Requests {
  readonly GetSchema: object;
  readonly PrepareProviderConfig: { readonly config: DynamicValue };
  readonly ValidateResourceTypeConfig: Typed & { readonly config: DynamicValue };
  readonly ValidateDataSourceConfig: Typed & { readonly config: DynamicValue };
  readonly Configure: { readonly config: DynamicValue };
  readonly UpgradeResourceState: Typed & { readonly raw_state: { readonly json: Uint8Array } };
  readonly ReadResource: Typed & { readonly current_state: DynamicValue; readonly private: Uint8Array };
  readonly PlanResourceChange: Typed & {
    readonly prior_state: DynamicValue;
    readonly proposed_new_state: DynamicValue;
    readonly config: DynamicValue;
    readonly prior_private: Uint8Array;
  };
  readonly ApplyResourceChange: Typed & {
    readonly prior_state: DynamicValue;
    readonly planned_state: DynamicValue;
    readonly planned_private: Uint8Array;
  };
  readonly ImportResourceState: Typed & { readonly id: string };
  readonly ReadDataSource: Typed & { readonly config: DynamicValue };
  readonly Stop: object;
}

type Response = Readonly<Record<string, unknown>>;
export type Provider = {
  readonly [Name in keyof Requests]: (request: Requests[Name]) => Promise<Response> | Response;
};

/** How the provider reaches the account; undefined when it was not told where the local cloud is. */
export type Connect = () => AccountClient | undefined;

const NO_CLOUD =
  "This is oss-ferry's local provider, and no local cloud is running: FERRY_LOCAL_CLOUD is not set. " +
  "Nothing was changed.";

/** Answers Terraform from the schema, the rules of the real provider and the simulated account. */
export function createProvider(all: ProviderSchema, connect: Connect): Provider {
  const account = (): AccountClient => {
    const client = connect();
    if (client === undefined) throw new Error(NO_CLOUD);
    return client;
  };
  const resource = (type: string): Schema => schemaOf(all.resource_schemas, type);

  return {
    GetSchema: () => schemaMessage(all),
    PrepareProviderConfig: ({ config }) => ({ prepared_config: config }),
    ValidateResourceTypeConfig: ({ type_name, config }) => {
      const values = decodeValue(config) ?? {};
      const problems = (rulesOf(type_name).checks ?? []).flatMap((check) => check(values));
      return { diagnostics: problems.map(ofProblem) };
    },
    ValidateDataSourceConfig: () => ({}),
    Configure: ({ config }) =>
      attempt("provider", async () => configure(account(), decodeValue(config) ?? {})),
    UpgradeResourceState: ({ type_name, raw_state }) => {
      const state = JSON.parse(Buffer.from(raw_state.json).toString("utf8")) as Values;
      return { upgraded_state: encodeValue(conformToBlock(resource(type_name).block, state)) };
    },
    ReadResource: ({ type_name, current_state, private: secret }) =>
      attempt(type_name, async () => {
        const current = decodeValue(current_state) ?? {};
        const found = await account().read(type_name, textOf(current, "id"), current);
        const state = found === null ? null : refreshed(resource(type_name), current, found);
        return { new_state: encodeValue(state), private: secret };
      }),
    PlanResourceChange: (request) => plan(resource(request.type_name), request),
    ApplyResourceChange: async (request) => {
      const prior = decodeValue(request.prior_state);
      const answer = await attempt(request.type_name, async () => {
        const state = await apply(account(), resource(request.type_name), request);
        return { new_state: encodeValue(state), private: request.planned_private, legacy_type_system: true };
      });
      // What failed to change is as it was.
      return "new_state" in answer ? answer : { ...answer, new_state: encodeValue(prior) };
    },
    ImportResourceState: ({ type_name, id }) => {
      if (rulesOf(type_name).cannotBeImported === true) {
        const summary = `resource ${type_name} doesn't support import`;
        return { diagnostics: [{ severity: "ERROR", summary } satisfies Diagnostic] };
      }
      const state = conformToBlock(resource(type_name).block, { id });
      return { imported_resources: [{ type_name, state: encodeValue(state) }] };
    },
    ReadDataSource: ({ type_name, config }) =>
      attempt(type_name, async () => {
        const values = decodeValue(config) ?? {};
        const answer = await account().data(type_name, knownOf(values));
        const { block } = schemaOf(all.data_source_schemas, type_name);
        return { state: encodeValue(conformToBlock(block, { ...values, ...answer })) };
      }),
    Stop: () => ({}),
  };
}

function schemaOf(schemas: Readonly<Record<string, Schema>>, type: string): Schema {
  const schema = schemas[type];
  if (schema === undefined) throw new Error(`The local provider does not know ${type}`);
  return schema;
}

async function attempt(subject: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return { diagnostics: [ofError(error, subject)] };
  }
}

async function configure(account: AccountClient, config: Values): Promise<Response> {
  const wanted = config["region"];
  const actual = await account.region();
  if (typeof wanted !== "string" || wanted === actual) return {};
  const summary = `The local cloud is region ${actual}, and the provider is to use ${wanted}`;
  return {
    diagnostics: [{ severity: "ERROR", summary, attribute: pathTo("region") } satisfies Diagnostic],
  };
}

function plan({ block }: Schema, request: Requests["PlanResourceChange"]): Response {
  const proposed = decodeValue(request.proposed_new_state);
  if (proposed === null) return { planned_state: encodeValue(null), planned_private: request.prior_private };
  const { planned, replacedBy } = planChange(block, rulesOf(request.type_name), {
    prior: decodeValue(request.prior_state),
    proposed,
    config: decodeValue(request.config) ?? {},
  });
  return {
    planned_state: encodeValue(planned),
    requires_replace: replacedBy.map(pathTo),
    planned_private: request.prior_private,
    // As the real provider says of itself: defaults appear in plans without having been written.
    legacy_type_system: true,
  };
}

async function apply(
  account: AccountClient,
  { block }: Schema,
  request: Requests["ApplyResourceChange"],
): Promise<Values | null> {
  const { type_name: type } = request;
  const prior = decodeValue(request.prior_state);
  const planned = decodeValue(request.planned_state);
  if (planned === null) {
    await account.delete(type, textOf(prior, "id"), prior ?? {});
    return null;
  }
  if (prior === null) return settle(block, planned, await account.create(type, wantedOf(planned)));
  const changed = new Set(changedNames(prior, planned));
  const changes =
    rulesOf(type).writesWhole === true
      ? planned
      : Object.fromEntries(Object.entries(planned).filter(([name]) => changed.has(name)));
  return settle(block, planned, await account.update(type, textOf(prior, "id"), wantedOf(changes)));
}

/** What the account shall know: no waiting times, and files by a path that it can follow. */
function wantedOf(planned: Values): Values {
  const { timeouts: _timeouts, ...wanted } = knownOf(planned);
  const { source } = wanted;
  return typeof source === "string" ? { ...wanted, source: resolve(source) } : wanted;
}

/** The state after reading: what the cloud says, and what it does not know as it was. */
function refreshed({ block }: Schema, current: Values, found: Values): Values {
  const state: Record<string, Value> = { ...current };
  for (const [name, value] of Object.entries(conformToBlock(block, found))) {
    if (!(name in found) || name === "timeouts" || isUnknown(value)) continue;
    const isSameNothing = block.attributes[name]?.computed !== true && isZero(value) && isZero(current[name]);
    if (!isSameNothing) state[name] = value;
  }
  return state;
}
