import { join } from "node:path";
import {
  type GrpcObject,
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServiceClientConstructor,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { selfSignedCertificate } from "./certificate.ts";
import type { Provider } from "./provider.ts";

/** Terraform's way to say that it is Terraform (go-plugin's handshake). */
const MAGIC_COOKIE = {
  name: "TF_PLUGIN_MAGIC_COOKIE",
  value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
} as const;
const CORE_PROTOCOL = 1;
const PLUGIN_PROTOCOL = 5;
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

export interface RunningPlugin {
  /** The one line that go-plugin reads from standard output. */
  readonly handshake: string;
  /** Settles when Terraform asks the plugin to end. */
  readonly ended: Promise<void>;
}

/** Why the plugin must not run here; undefined when Terraform started it. */
export function refusal(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (environment[MAGIC_COOKIE.name] !== MAGIC_COOKIE.value) {
    return "This is a Terraform provider plugin; Terraform starts it, nobody else.";
  }
  const versions = (environment["PLUGIN_PROTOCOL_VERSIONS"] ?? String(PLUGIN_PROTOCOL)).split(",");
  if (!versions.includes(String(PLUGIN_PROTOCOL))) {
    return `This plugin speaks protocol ${PLUGIN_PROTOCOL}; Terraform offers ${versions.join(", ")}.`;
  }
  if ((environment["PLUGIN_CLIENT_CERT"] ?? "") === "") {
    return "Terraform gave no certificate of its own; this plugin speaks to nobody it cannot verify.";
  }
  return undefined;
}

/** Serves the provider on a free port of loopback, to the holder of the client certificate only (mutual TLS). */
export async function servePlugin(provider: Provider, clientCertificatePem: string): Promise<RunningPlugin> {
  const server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
  });
  const ended = new Promise<void>((resolve) => {
    server.addService(serviceOf("controller.proto", "plugin", "GRPCController"), {
      Shutdown: (_call: unknown, callback: Callback) => {
        callback(null, {});
        resolve();
      },
    } satisfies UntypedServiceImplementation);
  });
  server.addService(serviceOf("provider.proto", "tfplugin5", "Provider"), implementation(provider));
  const { certificatePem, der, keyPem } = selfSignedCertificate(Date.now());
  const credentials = ServerCredentials.createSsl(
    Buffer.from(clientCertificatePem),
    [{ private_key: Buffer.from(keyPem), cert_chain: Buffer.from(certificatePem) }],
    true,
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", credentials, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const certificate = der.toString("base64").replace(/=+$/u, "");
  const handshake = [CORE_PROTOCOL, PLUGIN_PROTOCOL, "tcp", `127.0.0.1:${port}`, "grpc", certificate].join(
    "|",
  );
  return { handshake, ended };
}

type Callback = (error: null, response: unknown) => void;

function implementation(provider: Provider): UntypedServiceImplementation {
  const methods = Object.entries(provider).map(([name, method]) => {
    const answer = method as (request: unknown) => unknown;
    const handle = async (call: { readonly request: unknown }, callback: Callback): Promise<void> => {
      callback(null, await respond(answer, call.request));
    };
    return [name, handle] as const;
  });
  return Object.fromEntries(methods);
}

/** Whatever goes wrong is an answer too, so that Terraform shows it with the resource. */
async function respond(answer: (request: unknown) => unknown, request: unknown): Promise<unknown> {
  try {
    return await answer(request);
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    return { diagnostics: [{ severity: "ERROR", summary: message, detail: stack }] };
  }
}

function serviceOf(file: string, packageName: string, service: string): ServiceDefinition {
  const definition = loadSync(join(import.meta.dirname, "protocol", file), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const inPackage = loadPackageDefinition(definition)[packageName] as GrpcObject;
  return (inPackage[service] as ServiceClientConstructor).service;
}
