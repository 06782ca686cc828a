import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { connect, Server, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEADLINE_MS } from "../support/until.ts";

const run = promisify(execFile);

const LISTEN_INSIDE = fileURLToPath(new URL("listen-inside.ts", import.meta.url));
const METADATA_ADDRESS = "100.100.100.200";

/** A service that answers at an address of its own on port 443, and by plain HTTP on loopback outside. */
export interface Service {
  readonly address: string;
  readonly port: number;
}

/**
 * A network that nothing leaves: one namespace for each machine, and one in which the services and the metadata
 * service answer at their real addresses. None of its links is ever in the host's own namespace.
 */
export class PrivateNetwork implements AsyncDisposable {
  readonly #cloud = `ferry-${randomBytes(4).toString("hex")}`;
  readonly #namespaces: string[] = [];
  readonly #servers: Server[] = [];
  /** By address of the machine that asks. */
  readonly #metadataPorts = new Map<string, number>();

  static async open(services: readonly Service[], tls: TlsOptions): Promise<PrivateNetwork> {
    const network = new PrivateNetwork();
    try {
      await network.#addCloud(services, tls);
      return network;
    } catch (error) {
      await network[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Makes the namespace of one more machine, whose metadata service listens on this port of loopback outside. */
  async addMachine(metadataPort: number): Promise<string> {
    const number = this.#namespaces.length;
    const [machine, link] = [`${this.#cloud}-m${number}`, `m${number}`];
    const [gateway, address] = [`10.0.${number}.1`, `10.0.${number}.2`];
    await this.#addNamespace(machine);
    await run("ip", words(`link add eth0 netns ${machine} type veth peer name ${link} netns ${this.#cloud}`));
    await this.#ip(this.#cloud, `address add ${gateway}/24 dev ${link}`, `link set ${link} up`);
    await this.#ip(
      machine,
      `address add ${address}/24 dev eth0`,
      "link set eth0 up",
      `route add default via ${gateway}`,
    );
    this.#metadataPorts.set(address, metadataPort);
    return machine;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) server.close();
    for (const namespace of this.#namespaces) await run("ip", ["netns", "delete", namespace]);
  }

  async #addCloud(services: readonly Service[], tls: TlsOptions): Promise<void> {
    await this.#addNamespace(this.#cloud);
    const addresses = [METADATA_ADDRESS, ...services.map(({ address }) => address)];
    await this.#ip(this.#cloud, ...addresses.map((address) => `address add ${address}/32 dev lo`));
    const places = [`${METADATA_ADDRESS}:80`, ...services.map(({ address }) => `${address}:443`)];
    const sockets = await listenInside(this.#cloud, places);
    this.#servers.push(...sockets.values());
    const portOf = (address = ""): number | undefined => this.#metadataPorts.get(address);
    sockets.get(`${METADATA_ADDRESS}:80`)?.on("connection", (socket: Socket) => {
      relay(socket, portOf(socket.remoteAddress));
    });
    for (const { address, port } of services) {
      const server = createTlsServer(tls, (socket) => {
        relay(socket, port);
      });
      server.on("tlsClientError", () => {});
      sockets.get(`${address}:443`)?.on("connection", (socket) => server.emit("connection", socket));
    }
  }

  async #addNamespace(name: string): Promise<void> {
    await run("ip", ["netns", "add", name]);
    this.#namespaces.push(name);
    await this.#ip(name, "link set lo up");
  }

  async #ip(namespace: string, ...commands: readonly string[]): Promise<void> {
    for (const command of commands) await run("ip", ["-n", namespace, ...words(command)]);
  }
}

/** Listening sockets of a namespace in this process, by their addresses. */
async function listenInside(
  namespace: string,
  places: readonly string[],
): Promise<ReadonlyMap<string, Server>> {
  const command = ["netns", "exec", namespace, process.execPath, LISTEN_INSIDE, ...places];
  const child = spawn("ip", command, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    timeout: DEADLINE_MS,
  });
  try {
    return await new Promise((resolve, reject) => {
      const sockets = new Map<string, Server>();
      child.on("message", (place, socket) => {
        if (typeof place === "string" && socket instanceof Server) sockets.set(place, socket);
        if (sockets.size === places.length) resolve(sockets);
      });
      child.once("error", reject);
      child.once("close", (code) => {
        reject(new Error(`nobody listens in ${namespace}: ${String(code)}`));
      });
    });
  } finally {
    child.kill();
  }
}

function relay(socket: Socket, port: number | undefined): void {
  if (port === undefined) {
    socket.destroy();
    return;
  }
  const upstream = connect(port, "127.0.0.1");
  // Either side may break off; then the other one ends as well.
  pipeline(socket, upstream, () => {});
  pipeline(upstream, socket, () => {});
}

function words(command: string): readonly string[] {
  return command.split(" ");
}
