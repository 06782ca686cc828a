import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../../storage/http/transport.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { always, failureOf, OK, textOf } from "../support/requests.ts";
import { readRequest, startScriptedServer } from "../support/scripted-server.ts";

describe("what goes out", () => {
  it("leaves the path as it is given and asks for bodies as they are stored", async () => {
    const heads: string[] = [];
    await using server = await startScriptedServer(async (socket) => {
      heads.push((await readRequest(socket)).head);
      socket.write(OK);
    });
    const path = "//a/../b/./%2e%2e/%2F+?uploads&x=%20";
    await textOf(server.transport(), { path, headers: { "x-oss-meta-a": "\u00e4" } });
    expect(heads[0]?.split("\r\n")).toEqual([
      `GET ${path} HTTP/1.1`,
      `host: localhost:${server.port}`,
      "accept-encoding: identity",
      "x-oss-meta-a: \u00e4",
    ]);
  });

  it("refuses what would break out of its place, without showing it", async () => {
    await using server = await startScriptedServer(always(OK));
    const transport = server.transport();
    const bad: Partial<HttpRequest>[] = [
      { path: "/a b" },
      { path: "/a\r\nx: y" },
      { path: "/\u00e4" },
      { headers: { "x-secret": "top\r\nsecret" } },
      { headers: { "x-secret": "top\u4e2dsecret" } },
      { headers: { "x y": "z" } },
    ];
    for (const request of bad) {
      const sent = textOf(transport, request);
      await expect(sent).rejects.toMatchObject({ code: "INVALID_REQUEST" });
      await expect(sent).rejects.not.toThrow(/top|secret$/u);
    }
  });

  it("carries one request after the other on one connection, and no more at once than it may open", async () => {
    await using server = await startScriptedServer(always(OK));
    const transport = server.transport({ maxConnections: 2 });
    expect(await textOf(transport)).toBe("ok");
    expect(await textOf(transport, { method: "PUT", body: Buffer.from("x") })).toBe("ok");
    expect(server.sockets).toHaveLength(1);
    await Promise.all(Array.from({ length: 10 }, () => textOf(transport)));
    expect(server.sockets).toHaveLength(2);
  });

  it("lets a request that waits for a connection be aborted", async () => {
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
    });
    const transport = server.transport({ maxConnections: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const stuck = textOf(transport, { signal: first.signal });
    const waiting = textOf(transport, { signal: second.signal });
    second.abort(new Error("second"));
    await expect(waiting).rejects.toThrow("second");
    first.abort(new Error("first"));
    await expect(stuck).rejects.toThrow("first");
  });

  it("counts every request it sends", async () => {
    await using server = await startScriptedServer(always(OK));
    const sent: string[] = [];
    const transport = server.transport({ onRequest: (operation) => sent.push(operation) });
    await textOf(transport);
    await textOf(transport, { operation: "HeadObject" });
    expect(sent).toEqual(["GetObject", "HeadObject"]);
  });
});

describe("connections that fail", () => {
  it("says NETWORK when nobody listens", async () => {
    const server = await startScriptedServer(() => undefined);
    const transport = server.transport();
    await server[Symbol.asyncDispose]();
    await expect(textOf(transport)).rejects.toMatchObject({ code: "NETWORK" });
  });

  it("says TIMEOUT when the handshake takes too long", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(() => undefined);
    const transport = server.transport({ clock, origin: `https://localhost:${server.port}` });
    const request = textOf(transport);
    const failure = failureOf(request);
    await clock.advance(10_000);
    expect(await failure).toMatchObject({ code: "TIMEOUT" });
  });

  it("does not trust a certificate it was not told of", async () => {
    await using server = await startScriptedServer(always(OK), { tls: true });
    await expect(textOf(server.transport({ ca: undefined as never }))).rejects.toMatchObject({
      code: "NETWORK",
      message: expect.stringContaining("SELF_SIGNED") as string,
    });
  });

  for (const cut of [
    "GET",
    "HTTP/1.1 200 OK\r\nContent-Le",
    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
  ]) {
    for (const how of ["end", "resetAndDestroy"] as const) {
      it(`says NETWORK when the answer stops after "${cut.slice(0, 20)}" by ${how}`, async () => {
        await using server = await startScriptedServer(async (socket) => {
          await readRequest(socket);
          if (cut !== "GET") await new Promise((resolve) => void socket.write(cut, resolve));
          socket[how]();
        });
        await expect(textOf(server.transport())).rejects.toMatchObject({ code: "NETWORK", retryable: true });
      });
    }
  }

  it("says NETWORK when a chunked answer lacks its end", async () => {
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
      socket.end("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    });
    await expect(textOf(server.transport())).rejects.toMatchObject({ code: "NETWORK" });
  });

  it("opens a new connection after the service has closed an idle one", async () => {
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
      socket.end(OK);
    });
    const transport = server.transport({ maxConnections: 1 });
    for (let request = 1; request <= 5; request++) {
      expect(await textOf(transport)).toBe("ok");
      const socket = server.sockets.at(-1);
      if (socket?.closed === false) await once(socket, "close");
    }
    expect(server.sockets).toHaveLength(5);
  });

  it("says NETWORK, and sends nothing twice, when a kept connection is lost under the next request", async () => {
    let requests = 0;
    await using server = await startScriptedServer(async (socket) => {
      await readRequest(socket);
      socket.write(OK);
      await readRequest(socket);
      requests++;
      socket.resetAndDestroy();
    });
    const transport = server.transport({ maxConnections: 1 });
    expect(await textOf(transport)).toBe("ok");
    await expect(textOf(transport)).rejects.toMatchObject({ code: "NETWORK" });
    expect(requests).toBe(1);
    expect(await textOf(transport)).toBe("ok");
  });

  it("does not use a connection again that has been idle for too long", async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(always(OK));
    const transport = server.transport({ clock, keepAliveMs: 4_000 });
    await textOf(transport);
    await clock.advance(5_000);
    await textOf(transport);
    expect(server.sockets).toHaveLength(2);
  });

  it("does not use a connection again on which the service talks unasked", async () => {
    await using server = await startScriptedServer(always(`${OK}HTTP/1.1 200 OK\r\n\r\n`));
    const transport = server.transport();
    expect(await textOf(transport)).toBe("ok");
    expect(await textOf(transport)).toBe("ok");
    expect(server.sockets).toHaveLength(2);
  });

  it("says BAD_RESPONSE when the answer is not HTTP", async () => {
    await using server = await startScriptedServer(always("SSH-2.0-OpenSSH\r\n\r\n"));
    await expect(textOf(server.transport())).rejects.toMatchObject({ code: "BAD_RESPONSE" });
  });
});
