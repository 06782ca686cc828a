import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ServiceClock } from "../clock.ts";
import type { AccessKey } from "../credentials.ts";
import { type RunningService, startListening } from "../http/server.ts";
import { type RoleCredentialsOptions, RoleCredentials } from "./role-credentials.ts";

export interface InstanceOptions extends Partial<RoleCredentialsOptions> {
  readonly instanceId?: string;
  readonly roleName?: string;
  /** Whether the role is attached from the start; Terraform attaches it after the instance has booted. */
  readonly roleAttached?: boolean;
  readonly userData?: string;
  readonly port?: number;
}

/** The metadata service of one ECS instance, in hardened mode only. */
export interface InstanceMetadata extends RunningService {
  readonly instanceId: string;
  readonly roleName: string;
  readonly credentials: RoleCredentials;
  /** `roleName`: the role it is from now on. */
  attachRole(attached: boolean, roleName?: string): void;
  /** Announces when the spot instance will be taken away; `undefined` takes the announcement back. */
  announceTermination(atMs: number | undefined): void;
}

/** Whom credentials are made for. */
export interface CredentialsHolder {
  readonly roleName: string;
  readonly instanceId: string;
}

const MAX_TOKEN_SECONDS = 21_600;

interface Instance {
  readonly values: ReadonlyMap<string, string>;
  roleName: string;
  readonly credentials: RoleCredentials;
  readonly clock: ServiceClock;
  /** When each token ends. */
  readonly tokens: Map<string, number>;
  roleAttached: boolean;
  terminationAtMs: number | undefined;
}

/**
 * Starts the service ("View instance metadata" of the ECS guide). It uses OSS's clock; `issue` makes pairs
 * that OSS accepts.
 */
export async function startInstanceMetadata(
  surroundings: {
    readonly region: string;
    readonly clock: ServiceClock;
    readonly issue: (expiresAtMs: number, holder: CredentialsHolder) => AccessKey;
  },
  options: InstanceOptions = {},
): Promise<InstanceMetadata> {
  const { region, clock, issue } = surroundings;
  const { instanceId = `i-${randomBytes(10).toString("hex")}`, roleName = "local-worker" } = options;
  const credentials = new RoleCredentials(
    clock,
    (expiresAtMs) => issue(expiresAtMs, { roleName: instance.roleName, instanceId }),
    options,
  );
  const instance: Instance = {
    values: new Map([
      ["meta-data/instance-id", instanceId],
      ["meta-data/region-id", region],
      ["meta-data/zone-id", `${region}-b`],
      ...(options.userData === undefined ? [] : [["user-data", options.userData] as const]),
    ]),
    roleName,
    credentials,
    clock,
    tokens: new Map(),
    roleAttached: options.roleAttached ?? true,
    terminationAtMs: undefined,
  };
  const server = createServer((request, response) => {
    answer(instance, request, response);
  });
  const running = await startListening(
    server,
    { ...(options.port !== undefined && { port: options.port }) },
    () => {},
  );
  return {
    ...running,
    instanceId,
    get roleName() {
      return instance.roleName;
    },
    credentials,
    attachRole: (attached, roleName) => {
      instance.roleAttached = attached;
      instance.roleName = roleName ?? instance.roleName;
    },
    announceTermination: (atMs) => {
      instance.terminationAtMs = atMs;
    },
  };
}

function answer(instance: Instance, request: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, body = ""): void => {
    response.writeHead(status, { "content-type": "text/plain", server: "ECS" }).end(body);
  };
  const { clock, tokens } = instance;
  // A forwarded request comes from somewhere else than the instance.
  if (request.headers["x-forwarded-for"] !== undefined) send(403, "Forbidden");
  else if (request.url === "/latest/api/token") {
    const seconds = Number(request.headers["x-aliyun-ecs-metadata-token-ttl-seconds"]);
    if (request.method !== "PUT") send(405, "Method Not Allowed");
    else if (!Number.isInteger(seconds) || seconds < 1 || seconds > MAX_TOKEN_SECONDS)
      send(400, "Bad Request");
    else {
      const token = randomBytes(30).toString("base64");
      tokens.set(token, clock.nowMs() + seconds * 1000);
      send(200, token);
    }
  } else if ((tokens.get(String(request.headers["x-aliyun-ecs-metadata-token"])) ?? 0) <= clock.nowMs()) {
    send(403, "Forbidden");
  } else {
    const value = valueOf(instance, (request.url ?? "").replace(/^\/latest\//, ""));
    if (value === undefined) send(404, "Not Found");
    else send(200, value);
  }
}

function valueOf(instance: Instance, path: string): string | undefined {
  const { roleName, terminationAtMs } = instance;
  switch (path) {
    case "meta-data/ram/security-credentials/":
      return instance.roleAttached ? roleName : undefined;
    case `meta-data/ram/security-credentials/${roleName}`:
      return instance.roleAttached ? instance.credentials.document() : undefined;
    case "meta-data/instance/spot/termination-time":
      return terminationAtMs === undefined ? undefined : withoutMs(terminationAtMs);
    default:
      return instance.values.get(path);
  }
}

function withoutMs(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}
