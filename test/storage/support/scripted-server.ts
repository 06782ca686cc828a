import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { systemClock } from "../../../core/clock.ts";
import { HttpTransport, TRANSPORT_DEFAULTS, type TransportOptions } from "../../../storage/http/transport.ts";
import { LOOPBACK_CERTIFICATE } from "./loopback-certificate.ts";

/** What a scripted server does with a connection; it sees and sends bytes, nothing else. */
export type Script = (socket: Socket, connection: number) => void | Promise<void>;

export interface ScriptedServer extends AsyncDisposable {
  readonly port: number;
  readonly sockets: readonly Socket[];
  transport(options?: Partial<TransportOptions>): HttpTransport;
}

/** A server without any knowledge of HTTP, so that it can misbehave in every way. */
export async function startScriptedServer(
  script: Script,
  options: { readonly tls?: boolean } = {},
): Promise<ScriptedServer> {
  const sockets: Socket[] = [];
  const accept = (socket: Socket): void => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    void script(socket, sockets.length);
  };
  const server: Server =
    options.tls === true ? createTlsServer({ ...LOOPBACK_CERTIFICATE }, accept) : createServer(accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const transports: HttpTransport[] = [];
  return {
    port,
    sockets,
    transport: (overrides) => {
      const transport = new HttpTransport({
        ...TRANSPORT_DEFAULTS,
        store: "destination",
        origin: `${options.tls === true ? "https" : "http"}://localhost:${port}`,
        clock: systemClock,
        ca: LOOPBACK_CERTIFICATE.cert,
        ...overrides,
      });
      transports.push(transport);
      return transport;
    },
    [Symbol.asyncDispose]: async () => {
      for (const transport of transports) transport.close();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Reads one request from the socket: its head, and as much of a body as Content-Length says. */
export async function readRequest(socket: Socket): Promise<{ readonly head: string; readonly body: Buffer }> {
  let bytes: Buffer = Buffer.alloc(0);
  for (;;) {
    const end = bytes.indexOf("\r\n\r\n");
    if (end !== -1) {
      const head = bytes.toString("latin1", 0, end);
      const length = Number(/^content-length: (\d+)$/imu.exec(head)?.[1] ?? 0);
      if (bytes.length >= end + 4 + length) return { head, body: bytes.subarray(end + 4, end + 4 + length) };
    }
    const chunk = await nextChunk(socket);
    if (chunk === undefined) return { head: bytes.toString("latin1"), body: Buffer.alloc(0) };
    bytes = Buffer.concat([bytes, chunk]);
  }
}

async function nextChunk(socket: Socket): Promise<Buffer | undefined> {
  for (;;) {
    const chunk = socket.read() as Buffer | null;
    if (chunk !== null) return chunk;
    if (socket.readableEnded || socket.destroyed) return undefined;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ["readable", "end", "close"]) socket.off(event, done);
        resolve();
      };
      for (const event of ["readable", "end", "close"]) socket.on(event, done);
    });
  }
}
