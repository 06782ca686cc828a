import { execFile, spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Certificate, selfSignedCertificate } from "../../../local/terraform/certificate.ts";
import { installLocalProvider, LOCAL_PROVIDER_VERSION } from "../../../local/terraform/install.ts";
import { VERSION_CONSTRAINT } from "../../../packages/provider-alicloud/schema/provider-schema.ts";

const PLUGIN = join(import.meta.dirname, "../../../local/terraform/main.ts");
const COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runPlugin(environment: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PLUGIN], { env: environment }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** Starts the plugin as Terraform does; gives its port and its certificate from the handshake. */
async function startPlugin(
  client: Certificate,
): Promise<{ readonly port: number; readonly certificate: Buffer }> {
  const child = spawn(process.execPath, [PLUGIN], {
    env: {
      TF_PLUGIN_MAGIC_COOKIE: COOKIE,
      PLUGIN_PROTOCOL_VERSIONS: "5,6",
      PLUGIN_CLIENT_CERT: client.certificatePem,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const [core, protocol, network, address = "", transport, certificate = ""] = line.split("|");
  expect([core, protocol, network, transport]).toEqual(["1", "5", "tcp", "grpc"]);
  expect(certificate).not.toContain("=");
  return { port: Number(address.split(":")[1]), certificate: Buffer.from(certificate, "base64") };
}

/** Whether the plugin talks HTTP/2 to the holder of this certificate. */
async function isAnswered(port: number, server: Buffer, client: Certificate | undefined): Promise<boolean> {
  const pem = new X509Certificate(server).toString();
  return new Promise((resolve) => {
    const socket = connect({
      host: "127.0.0.1",
      port,
      ca: pem,
      servername: "localhost",
      ALPNProtocols: ["h2"],
      minVersion: "TLSv1.2",
      ...(client && { key: client.keyPem, cert: client.certificatePem }),
    });
    socket.once("data", () => {
      resolve(true);
      socket.destroy();
    });
    socket.once("error", () => {
      resolve(false);
    });
    socket.once("close", () => {
      resolve(false);
    });
    // HTTP/2's preface with empty settings: a server that accepts us answers with its own.
    socket.write(Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0", "latin1"));
  });
}

describe("the plugin", () => {
  test.each([
    { what: "without Terraform's cookie", environment: {}, says: "Terraform starts it, nobody else" },
    {
      what: "with a wrong cookie",
      environment: { TF_PLUGIN_MAGIC_COOKIE: "hello" },
      says: "Terraform starts it, nobody else",
    },
    {
      what: "for a protocol it does not speak",
      environment: { TF_PLUGIN_MAGIC_COOKIE: COOKIE, PLUGIN_PROTOCOL_VERSIONS: "6" },
      says: "This plugin speaks protocol 5; Terraform offers 6.",
    },
    {
      what: "in the open",
      environment: { TF_PLUGIN_MAGIC_COOKIE: COOKIE, PLUGIN_PROTOCOL_VERSIONS: "5" },
      says: "this plugin speaks to nobody it cannot verify",
    },
  ])("refuses to run $what", async ({ environment, says }) => {
    const { code, stdout, stderr } = await runPlugin(environment);

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(says);
  });

  test("talks to the holder of Terraform's certificate and to nobody else", async () => {
    const terraform = selfSignedCertificate(Date.now());
    const { port, certificate } = await startPlugin(terraform);

    expect(new X509Certificate(certificate).subjectAltName).toBe("DNS:localhost");
    expect(await isAnswered(port, certificate, terraform)).toBe(true);
    expect(await isAnswered(port, certificate, selfSignedCertificate(Date.now()))).toBe(false);
    expect(await isAnswered(port, certificate, undefined)).toBe(false);
  });
});

describe("installing the local provider", () => {
  test("gives the same bytes again, with no way to a registry, under a version that does not exist", async () => {
    const directory = await mkdtemp(join(tmpdir(), "install-"));
    onTestFinished(async () => rm(directory, { recursive: true }));
    const options = {
      cloudEndpoint: "http://127.0.0.1:1",
      platform: { system: "linux", architecture: "x64" },
    };

    const { environment, mirror } = await installLocalProvider(directory, options);
    const executable = join(
      mirror,
      "registry.terraform.io/aliyun/alicloud/1.999.0/linux_amd64/terraform-provider-alicloud_v1.999.0",
    );
    const before = await readFile(executable, "utf8");
    await installLocalProvider(directory, { ...options, cloudEndpoint: "http://127.0.0.1:2" });

    expect(await readFile(executable, "utf8")).toBe(before);
    expect((await stat(executable)).mode & 0o777).toBe(0o755);
    expect(await readFile(environment["TF_CLI_CONFIG_FILE"] ?? "", "utf8")).not.toContain("direct");
    expect(LOCAL_PROVIDER_VERSION).toBe("1.999.0");
    expect(VERSION_CONSTRAINT).toBe(">= 1.278.0, < 2.0.0");
  });
});
