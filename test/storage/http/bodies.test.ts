import { once } from "node:events";
import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { patternBytes } from "../../contract/bytes.ts";
import { always, failureOf, GET, OK, textOf, until } from "../support/requests.ts";
import { readRequest, startScriptedServer } from "../support/scripted-server.ts";

describe("bodies", () => {
  it.each([false, true])("carries bytes both ways unharmed (TLS: %s)", async (tls) => {
    const bytes = patternBytes(2_000_003);
    const received: Buffer[] = [];
    await using server = await startScriptedServer(
      async (socket) => {
        received.push((await readRequest(socket)).body);
        const head = `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`;
        socket.write(Buffer.concat([Buffer.from(head), bytes]));
      },
      { tls },
    );
    const response = await server.transport().request({
      ...GET,
      method: "PUT",
      sizeBytes: bytes.length,
      body: async (write) => {
        const chunk = Buffer.alloc(77_777);
        for (let offset = 0; offset < bytes.length; offset += chunk.length) {
          const length = bytes.copy(chunk, 0, offset, offset + chunk.length);
          await write(chunk.subarray(0, length));
          chunk.fill(0);
        }
      },
    });
    const returned: Buffer[] = [];
    await response.read(async (chunk) => {
      await new Promise(setImmediate);
      returned.push(Buffer.from(chunk));
    });
    expect(received[0]?.equals(bytes)).toBe(true);
    expect(Buffer.concat(returned).equals(bytes)).toBe(true);
  });

  it.each([false, true])(
    "lands where the reader has offered room, to its very end, and nowhere else (TLS: %s)",
    async (tls) => {
      const bytes = patternBytes(1_000_003);
      const head = `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`;
      await using server = await startScriptedServer(always(Buffer.concat([Buffer.from(head), bytes])), {
        tls,
      });
      const transport = server.transport();
      const memory = Buffer.alloc(bytes.length + 10);
      let filled = 0;
      let landed = 0;

      const response = await transport.request(GET);
      await response.read(
        // Now and then slow: what comes meanwhile lies behind what waits.
        (chunk) => {
          if (chunk.buffer === memory.buffer && chunk.byteOffset === memory.byteOffset + filled) landed++;
          else memory.set(chunk, filled);
          filled += chunk.length;
          return filled % 3 === 0 ? new Promise<void>((resolve) => setImmediate(resolve)) : undefined;
        },
        // Odd lengths, so that records and reads do not fit.
        (aheadBytes) => memory.subarray(filled + aheadBytes, filled + aheadBytes + 10_007),
      );
      const whole = Buffer.from(memory);
      memory.fill(0);
      await (await transport.request(GET)).readAll(bytes.length);

      expect(landed).toBeGreaterThan(0);
      expect(whole.subarray(0, bytes.length).equals(bytes)).toBe(true);
      expect(whole.subarray(bytes.length).equals(Buffer.alloc(10))).toBe(true);
      expect(memory.equals(Buffer.alloc(memory.length))).toBe(true);
    },
  );

  it.each([false, true])("does not read on while the reader is busy (TLS: %s)", async (tls) => {
    const bytes = patternBytes(4_000_000);
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    await using server = await startScriptedServer(always(Buffer.concat([Buffer.from(head), bytes])), {
      tls,
    });
    const memory = Buffer.alloc(bytes.length);
    let taken = 0;
    let mostAheadBytes = 0;

    const response = await server.transport().request(GET);
    await response.read(
      (chunk) => {
        taken += chunk.length;
        return new Promise<void>((resolve) => setTimeout(resolve, 1));
      },
      (aheadBytes) => {
        mostAheadBytes = Math.max(mostAheadBytes, aheadBytes);
        return memory.subarray(taken + aheadBytes, taken + aheadBytes + 64 * 1024);
      },
    );

    expect(taken).toBe(bytes.length);
    // One read of the kernel's is under way when the reader becomes busy.
    expect(mostAheadBytes).toBeLessThanOrEqual(64 * 1024);
  });

  it("does not read chunked bodies, whose framing lies between the bytes, into the reader's memory", async () => {
    const answer =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n5\r\nfive!\r\n0\r\n\r\n";
    await using server = await startScriptedServer(always(answer));
    const memory = Buffer.alloc(100);
    let text = "";

    const response = await server.transport().request(GET);
    await response.read(
      (chunk) => {
        text += Buffer.from(chunk).toString("latin1");
      },
      () => memory,
    );

    expect(text).toBe("fourfive!");
    expect(memory.equals(Buffer.alloc(100))).toBe(true);
  });

  it("gives an early refusal to the caller at once and stops sending", async () => {
    await using server = await startScriptedServer(async (socket) => {
      await once(socket, "readable");
      socket.read();
      socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\ndenied");
      socket.resume();
    });
    const chunk = Buffer.alloc(200_000);
    let bodyError: unknown;
    const response = await server.transport().request({
      ...GET,
      method: "PUT",
      sizeBytes: 1_000_000_000,
      body: async (write) => {
        try {
          for (;;) {
            await write(chunk);
            await new Promise(setImmediate);
          }
        } catch (error) {
          bodyError = error;
          throw error;
        }
      },
    });
    expect(response.status).toBe(403);
    expect((await response.readAll(100)).toString()).toBe("denied");
    await until(() => bodyError instanceof Error);
    const [socket] = server.sockets;
    if (socket?.closed === false) await once(socket, "close");
    expect(socket?.closed).toBe(true);
  });

  it("does not believe a success that comes before the body", async () => {
    await using server = await startScriptedServer((socket) => {
      socket.write(OK);
    });
    let go = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    const sent = textOf(server.transport(), {
      method: "PUT",
      sizeBytes: 10,
      body: async (write) => {
        await waiting;
        await write(Buffer.alloc(10));
      },
    });
    await expect(sent).rejects.toMatchObject({ code: "BAD_RESPONSE" });
    go();
  });

  it("does not believe it either where the body is at hand as a whole", async () => {
    await using server = await startScriptedServer(async (socket) => {
      await once(socket, "readable");
      socket.pause();
      socket.write(OK);
    });
    const sent = textOf(server.transport(), { method: "PUT", body: Buffer.alloc(64_000_000) });
    await expect(sent).rejects.toMatchObject({ code: "BAD_RESPONSE" });
  });

  it("stops sending a body that is at hand as a whole when it is refused", async () => {
    let receivedBytes = 0;
    await using server = await startScriptedServer(async (socket) => {
      await once(socket, "readable");
      socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\ndenied");
      socket.on("data", (chunk: Buffer) => (receivedBytes += chunk.length));
    });
    const body = Buffer.alloc(64_000_000);
    const response = await server.transport().request({ ...GET, method: "PUT", body });
    expect(response.status).toBe(403);
    expect((await response.readAll(100)).toString()).toBe("denied");
    const [socket] = server.sockets;
    if (socket?.closed === false) await once(socket, "close");
    expect(receivedBytes).toBeLessThan(body.length);
  });

  it("keeps the last byte back until the body has said that all is well", async () => {
    const received: number[] = [];
    await using server = await startScriptedServer((socket) => {
      const chunks: Buffer[] = [];
      socket.on("data", (chunk: Buffer) => chunks.push(chunk));
      socket.on("close", () => {
        const bytes = Buffer.concat(chunks);
        received.push(bytes.length - bytes.indexOf("\r\n\r\n") - 4);
      });
    });
    const transport = server.transport();
    const failure = new Error("the checksum is wrong");
    for (const sizeBytes of [10, 65_536, 131_072, 262_144, 400_000]) {
      const sent = textOf(transport, {
        method: "PUT",
        sizeBytes,
        body: async (write) => {
          await write(Buffer.alloc(sizeBytes));
          throw failure;
        },
      });
      await expect(sent).rejects.toBe(failure);
      await until(() => received.length > 0);
      expect(received.pop()).toBeLessThan(sizeBytes);
    }
  });

  it("closes the connection of an aborted request, while sending and while receiving", async () => {
    await using server = await startScriptedServer(async (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
      await readRequest(socket);
    });
    const reason = new Error("lease lost");
    const abort = new AbortController();
    const response = await server.transport().request({ ...GET, signal: abort.signal });
    const read = response.readAll(100);
    abort.abort(reason);
    await expect(read).rejects.toBe(reason);
    await until(() => server.sockets[0]?.closed === true);

    const abortSending = new AbortController();
    const sent = server.transport().request({
      ...GET,
      method: "PUT",
      sizeBytes: 10,
      signal: abortSending.signal,
      body: async (write) => {
        await write(Buffer.alloc(5));
        abortSending.abort(reason);
        await new Promise(() => undefined);
      },
    });
    await expect(sent).rejects.toBe(reason);
    await until(() => server.sockets[1]?.closed === true);
    expect(server.sockets).toHaveLength(2);
  });

  it.each([
    [false, "whole"],
    [true, "whole"],
    [false, "written"],
    [true, "written"],
  ])("holds nothing of a body once the request has failed (TLS: %s, body: %s)", async (tls, kind) => {
    const received: Buffer[] = [];
    const served = Promise.withResolvers<Socket>();
    await using server = await startScriptedServer(
      async (socket) => {
        // Takes the beginning, and the rest only when told to.
        await once(socket, "readable");
        received.push(socket.read() as Buffer);
        served.resolve(socket);
      },
      { tls },
    );
    const abort = new AbortController();
    const bytes = Buffer.alloc(48_000_000, "o");
    const sent = textOf(server.transport(), {
      method: "PUT",
      sizeBytes: bytes.length,
      body: kind === "whole" ? bytes : (write) => write(bytes),
      signal: abort.signal,
    });
    const failure = failureOf(sent);
    const socket = await served.promise;
    abort.abort(new Error("enough"));
    await failure;

    bytes.fill("x");
    socket.on("data", (chunk: Buffer) => received.push(chunk));
    socket.on("error", () => undefined);
    socket.resume();
    await until(() => socket.closed);

    const arrived = Buffer.concat(received);
    const body = arrived.subarray(arrived.indexOf("\r\n\r\n") + 4);
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(bytes.length);
    expect(body.includes("x")).toBe(false);
  });

  it("refuses to collect an answer that is larger than expected", async () => {
    await using server = await startScriptedServer(always(OK));
    const response = await server.transport().request(GET);
    await expect(response.readAll(1)).rejects.toMatchObject({ code: "BAD_RESPONSE" });
  });
});
