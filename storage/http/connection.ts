import { connect as connectTcp, isIP, type NetConnectOpts, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext } from "node:tls";

/** Where a connection leads. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Certificates to trust instead of the well-known ones. */
  readonly ca?: string;
}

/** Whoever uses the connection at the moment. */
export interface ConnectionUser {
  /** Bytes came. They are lent until this returns, unless `keepChunk` is called meanwhile. */
  received(chunk: Buffer): void;
  /** Memory for the next bytes; undefined or none at all for the connection's own. */
  room?(): Uint8Array | undefined;
  /** The connection is gone; called once, with the reason unless the peer simply closed it. */
  closed(error: Error | undefined): void;
}

/** The connection failed, or was closed, while it was in use. */
export class ConnectionLostError extends Error {}

/** TLS hands over one record at a time, TCP whatever the kernel holds. */
const TLS_READ_BYTES = 16 * 1024;
const TCP_READ_BYTES = 64 * 1024;
const MAX_FREE_BUFFERS = 64;

const freeBuffers: Readonly<Record<"tls" | "tcp", Buffer[]>> = { tls: [], tcp: [] };

/**
 * A socket whose reads land in memory of our own (`onread`), so that gigabytes pass without an allocation per
 * chunk. Reading goes on after `pause` for what TLS has already decrypted: users must expect it.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #kind: "tls" | "tcp";
  #buffer: Buffer;
  #chunkKept = false;
  /** Whether the next bytes go to memory of the user's. */
  #inRoom = false;
  #paused = false;
  #closed = false;
  #user: ConnectionUser | undefined;

  constructor(target: Target, ready: (error?: Error) => void) {
    this.#kind = target.tls ? "tls" : "tcp";
    this.#buffer = takeBuffer(this.#kind);
    let failure: Error | undefined;
    this.#socket = openSocket(target, {
      buffer: () => this.#nextBuffer(),
      callback: (length, buffer) => this.#received(buffer, length),
    });
    this.#socket.setNoDelay(true);
    this.#socket.once(target.tls ? "secureConnect" : "connect", () => ready());
    this.#socket.on("error", (error) => {
      failure = error;
    });
    this.#socket.once("end", () => this.#socket.destroy());
    this.#socket.once("close", () => {
      this.#closed = true;
      ready(failure ?? new Error("the connection was closed before it was ready"));
      const user = this.#user;
      this.#user = undefined;
      user?.closed(failure);
    });
  }

  get closed(): boolean {
    return this.#closed || this.#socket.destroyed;
  }

  /** From now on `user` hears of bytes and of the end; undefined lets go. */
  use(user: ConnectionUser | undefined): void {
    this.#user = user;
  }

  /**
   * Resolves when the bytes (of text: one per character) have left this process, so that their memory may be
   * reused; rejects with ConnectionLostError.
   */
  write(bytes: Uint8Array | string): Promise<void> {
    return new Promise((resolve, reject) => {
      const written = (error?: Error | null): void => {
        if (error === null || error === undefined) resolve();
        else reject(new ConnectionLostError("the connection was lost", { cause: error }));
      };
      if (typeof bytes === "string") this.#socket.write(bytes, "latin1", written);
      else this.#socket.write(bytes, written);
    });
  }

  /** Keeps the chunk just received valid until the returned function is called. */
  keepChunk(): () => void {
    if (this.#inRoom) return () => undefined;
    const kept = this.#buffer;
    this.#chunkKept = true;
    return () => {
      if (freeBuffers[this.#kind].length < MAX_FREE_BUFFERS) freeBuffers[this.#kind].push(kept);
    };
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.resume();
  }

  /**
   * Ends the connection at once: what was given to `write` is not looked at any more (`uv_close` cancels what is under
   * way, and what waits is dropped), and nothing more is read.
   */
  destroy(): void {
    this.#socket.destroy();
  }

  #received(buffer: Uint8Array, length: number): boolean {
    if (this.#user === undefined) this.destroy();
    else this.#user.received(Buffer.from(buffer.buffer, buffer.byteOffset, length));
    return !this.#paused;
  }

  #nextBuffer(): Uint8Array {
    const room = this.#user?.room?.();
    this.#inRoom = room !== undefined && room.length > 0;
    if (room !== undefined && this.#inRoom) return room;
    if (this.#chunkKept) {
      this.#chunkKept = false;
      this.#buffer = takeBuffer(this.#kind);
    }
    return this.#buffer;
  }
}

function openSocket(target: Target, onread: NetConnectOpts["onread"]): Socket {
  const options = { host: target.host, port: target.port, ...(onread === undefined ? {} : { onread }) };
  if (!target.tls) return connectTcp(options);
  return connectTls({
    ...options,
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
    secureContext: secureContextFor(target.ca),
  });
}

const secureContexts = new Map<string | undefined, SecureContext>();

/** Shared by all connections that trust the same: making one costs about as much as the rest of a handshake. */
function secureContextFor(ca: string | undefined): SecureContext {
  const known = secureContexts.get(ca);
  if (known !== undefined) return known;
  const made = createSecureContext(ca === undefined ? {} : { ca });
  secureContexts.set(ca, made);
  return made;
}

function takeBuffer(kind: "tls" | "tcp"): Buffer {
  return freeBuffers[kind].pop() ?? Buffer.allocUnsafeSlow(kind === "tls" ? TLS_READ_BYTES : TCP_READ_BYTES);
}
