import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { InventoryEntry } from "../../../local/inventory.ts";
import { elementOf, type RawAnswer, type RawRequest, elementsOf, send, sign } from "../raw-client.ts";
import { Origin, originOf } from "./origin.ts";

const MIB = 1024 * 1024;

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("bucket");
  cloud.s3.createBucket("source");
});
afterEach(() => cloud.close());

const call = (method: string, key: string, more: RawRequest = {}): Promise<RawAnswer> =>
  send(cloud.oss, { method, bucket: "bucket", key, ...more });

const get = (key: string): Promise<RawAnswer> => call("GET", key);

/** Status, code and message of a refusal. */
const refusal = (answer: RawAnswer): readonly unknown[] => [
  answer.status,
  elementOf(answer, "Code"),
  elementOf(answer, "Message"),
];

/** The private bucket of the local S3 as the origin, read with a key pair of its own. */
function mirrorSource(redirect: Readonly<Record<string, unknown>> = {}) {
  const accessKey = cloud.s3.keys.create();
  const sign = { region: cloud.s3.region, accessKey };
  cloud.oss.switchMirrorOn("bucket", { url: `${cloud.s3.endpoint}/source/`, sign, redirect });
  return { accessKey, fault: { service: "s3", client: accessKey.accessKeyId } as const };
}

async function stored(): Promise<readonly InventoryEntry[]> {
  const entries = [];
  for await (const entry of cloud.oss.inventory("bucket")) entries.push(entry);
  return entries;
}

const keysListed = async (): Promise<readonly string[]> =>
  elementsOf(await send(cloud.oss, { bucket: "bucket", query: { "list-type": "2" } }), "Key");

describe("a GET for what the bucket does not have, with a mirror rule", () => {
  test("is answered from the origin, stored, and from then on answered from the bucket", async () => {
    await cloud.s3.putObject("source", "a/b", "from the source");
    mirrorSource();

    const first = await get("a/b");
    expect([first.status, first.text]).toEqual([200, "from the source"]);
    expect(first.headers).toMatchObject({ "x-oss-tag": "MIRROR", "content-length": "15" });
    expect(cloud.oss.readObject("bucket", "a/b")?.toString()).toBe("from the source");
    const again = await get("a/b");
    expect([again.text, again.headers["x-oss-tag"]]).toEqual(["from the source", "MIRROR"]);
    expect(again.headers["x-oss-hash-crc64ecma"]).toMatch(/^\d+$/);
    expect(cloud.counters.requests({ service: "s3", operation: "GetObject" })).toBe(1);
  });

  test("streams a large object, and has stored it when its last byte arrives", async () => {
    const body = Buffer.from(Uint8Array.from({ length: 3 * MIB }, (_, index) => (index * 7) % 251));
    await cloud.s3.putObject("source", "large", body);
    mirrorSource();

    expect((await get("large")).body.equals(body)).toBe(true);
    expect(cloud.oss.readObject("bucket", "large")?.equals(body)).toBe(true);
  });

  test("keeps the content headers, and no user metadata of S3's", async () => {
    const contentHeaders = {
      "content-type": "text/css",
      "content-encoding": "gzip",
      "content-disposition": "attachment",
      "content-language": "de",
      "cache-control": "max-age=5",
      expires: "Mon, 23 Nov 2026 07:03:00 GMT",
    };
    const userMetadata = { author: "alice" };
    await cloud.s3.putObject("source", "dressed", "x", { contentHeaders, userMetadata, tags: { a: "b" } });
    mirrorSource({ mirror_save_oss_meta: true });

    expect((await get("dressed")).headers).toMatchObject(contentHeaders);
    expect(await stored()).toMatchObject([
      { contentHeaders, userMetadata: {}, tags: {}, storageClass: "Standard", mirrored: true },
    ]);
  });

  test("keeps x-oss-meta headers of the origin only when told to; more than 8 KB of them is 424", async () => {
    await using origin = await originOf("x", { "x-oss-meta-author": "alice", "x-other": "dropped" });
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });
    await get("without");
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_save_oss_meta: true } });
    await get("with");

    expect((await call("HEAD", "without")).headers["x-oss-meta-author"]).toBeUndefined();
    const { headers } = await call("HEAD", "with");
    expect([headers["x-oss-meta-author"], headers["x-other"]]).toEqual(["alice", undefined]);
    await using lavish = await originOf("x", { "x-oss-meta-a": "x".repeat(8 * 1024) });
    cloud.oss.switchMirrorOn("bucket", { url: lavish.url, redirect: { mirror_save_oss_meta: true } });
    expect(refusal(await get("much"))).toEqual([424, "MirrorFailed", "Meta is too large"]);
  });

  test("is dated by when it was stored, or by the origin when told so", async () => {
    const lastModifiedMs = Date.UTC(2020, 1, 2);
    await cloud.s3.putObject("source", "old", "x", { lastModifiedMs });
    const modified = async (): Promise<string | undefined> =>
      (await call("HEAD", "old")).headers["last-modified"];
    mirrorSource();
    await get("old");
    expect(Date.parse((await modified()) ?? "")).toBeGreaterThan(lastModifiedMs);

    await call("DELETE", "old");
    mirrorSource({ mirror_user_last_modified: true });
    await get("old");
    expect(await modified()).toBe("Sun, 02 Feb 2020 00:00:00 GMT");
  });

  test("asks for the whole object whatever range is wanted, and answers with the whole of it", async () => {
    await using origin = await originOf("0123456789");
    cloud.oss.switchMirrorOn("bucket", {
      url: origin.url,
      redirect: { mirror_headers: [{ pass_all: true }] },
    });

    const answer = await call("GET", "part", { headers: { range: "bytes=2-3" } });
    expect([answer.status, answer.text]).toEqual([200, "0123456789"]);
    expect(origin.asked[0]?.headers).not.toHaveProperty("range");
  });

  test("passes a chunked body on as one", async () => {
    await using origin = await new Origin((_, response) => {
      response.write("in ");
      response.end("pieces");
    }).listen();
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });

    const answer = await get("chunked");
    expect([answer.headers["transfer-encoding"], answer.text]).toEqual(["chunked", "in pieces"]);
    expect((await get("chunked")).headers["content-length"]).toBe("9");
  });

  test("fetches and does not store with MirrorProxyPass; tags what it stores with MirrorTaggings", async () => {
    await cloud.s3.putObject("source", "key", "x");
    mirrorSource({ mirror_proxy_pass: true });
    expect((await get("key")).text).toBe("x");
    expect(await keysListed()).toEqual([]);

    mirrorSource({ mirror_taggings: [{ taggings: [{ key: "from", value: "mirror" }] }] });
    await get("key");
    expect((await stored())[0]?.tags).toEqual({ from: "mirror" });
  });
});

describe("what mirroring is not", () => {
  test("a HEAD is 404, or is answered from the origin when allowed; nothing is stored", async () => {
    await cloud.s3.putObject("source", "key", "12345", { contentHeaders: { "content-type": "text/css" } });
    mirrorSource();
    expect((await call("HEAD", "key")).status).toBe(404);

    mirrorSource({ mirror_allow_head_object: true });
    const { status, headers } = await call("HEAD", "key");
    expect([status, headers["content-length"], headers["content-type"]]).toEqual([200, "5", "text/css"]);
    expect((await call("HEAD", "missing everywhere")).status).toBe(404);
    expect(await keysListed()).toEqual([]);
  });

  test("a listing does not show what has not been mirrored yet", async () => {
    await cloud.s3.putObject("source", "seen", "x");
    await cloud.s3.putObject("source", "unseen", "x");
    mirrorSource();
    await get("seen");
    expect(await keysListed()).toEqual(["seen"]);
  });

  test("what has been mirrored is never fetched again, whatever becomes of it at the origin", async () => {
    await cloud.s3.putObject("source", "key", "old");
    mirrorSource();
    await get("key");
    await cloud.s3.putObject("source", "key", "new");
    expect((await get("key")).text).toBe("old");
  });

  test("what is deleted comes back with the next GET", async () => {
    await cloud.s3.putObject("source", "key", "undead");
    mirrorSource();
    await get("key");
    expect((await call("DELETE", "key")).status).toBe(204);
    expect((await call("HEAD", "key")).status).toBe(404);
    expect((await get("key")).text).toBe("undead");
  });

  test("an object that is written over is the writer's alone", async () => {
    await cloud.s3.putObject("source", "key", "theirs");
    mirrorSource();
    await get("key");
    await call("PUT", "key", { body: "mine" });
    const answer = await get("key");
    expect([answer.text, answer.headers["x-oss-tag"]]).toEqual(["mine", undefined]);
  });
});

describe("which rule", () => {
  const rule = (number: number, url: string, condition: string): string =>
    `<RoutingRule><RuleNumber>${number}</RuleNumber>` +
    `<Condition>${condition}<HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition>` +
    `<Redirect><RedirectType>Mirror</RedirectType><MirrorURL>${url}</MirrorURL></Redirect></RoutingRule>`;

  const putWebsite = (rules: string): Promise<RawAnswer> =>
    send(cloud.oss, {
      method: "PUT",
      bucket: "bucket",
      query: { website: "" },
      body: `<WebsiteConfiguration><RoutingRules>${rules}</RoutingRules></WebsiteConfiguration>`,
    });

  test("the first by number that the key and the headers meet; the others do not count", async () => {
    await using images = await originOf("", {}, 404);
    await using rest = await originOf("rest");
    await putWebsite(
      rule(3, rest.url, "") +
        rule(2, images.url, "<KeySuffixEquals>.png</KeySuffixEquals>") +
        rule(1, images.url, "<KeyPrefixEquals>img/</KeyPrefixEquals>"),
    );

    expect((await get("other")).text).toBe("rest");
    expect((await get("img/a")).status).toBe(404);
    expect((await get("a.png")).status).toBe(404);
    expect(rest.asked.map(({ target }) => target)).toEqual(["/other"]);

    const header = "<IncludeHeader><Key>x-who</Key><StartsWith>al</StartsWith></IncludeHeader>";
    await putWebsite(rule(1, rest.url, header));
    expect((await get("who")).status).toBe(404);
    expect((await call("GET", "who", { headers: { "x-who": "alice" } })).text).toBe("rest");
  });

  test("without a rule that the key meets, 404 as ever", async () => {
    await using origin = await originOf("x");
    await putWebsite(rule(1, origin.url, "<KeyPrefixEquals>below/</KeyPrefixEquals>"));
    expect(refusal(await get("above")).slice(0, 2)).toEqual([404, "NoSuchKey"]);
    expect(origin.asked).toEqual([]);
  });

  test("the configuration is read back without secrets, replaced whole, and deleted", async () => {
    const website = { bucket: "bucket", query: { website: "" } };
    expect(refusal(await send(cloud.oss, website)).slice(0, 2)).toEqual([404, "NoSuchWebsiteConfiguration"]);
    const auth =
      "<MirrorAuth><AuthType>S3V4</AuthType><Region>r</Region><AccessKeyId>AKIA</AccessKeyId>" +
      "<AccessKeySecret>hush</AccessKeySecret></MirrorAuth>";
    const one = rule(1, "https://one.example/", "").replace("</MirrorURL>", `</MirrorURL>${auth}`);
    expect((await putWebsite(one)).status).toBe(200);
    const read = await send(cloud.oss, website);
    expect(elementsOf(read, "MirrorURL")).toEqual(["https://one.example/"]);
    expect([elementOf(read, "AccessKeyId"), read.text.includes("hush")]).toEqual(["AKIA", false]);

    await putWebsite(rule(1, "https://two.example/", ""));
    expect(elementsOf(await send(cloud.oss, website), "MirrorURL")).toEqual(["https://two.example/"]);
    expect((await send(cloud.oss, { ...website, method: "DELETE" })).status).toBe(204);
    expect((await send(cloud.oss, website)).status).toBe(404);
  });

  test("refused: a URL without its slash, another status than 404, more than 20 rules, no document", async () => {
    const good = rule(1, "https://one.example/", "");
    for (const bad of [
      good.replace("example/", "example"),
      good.replace("404", "500"),
      Array.from({ length: 21 }, () => good).join(""),
    ]) {
      expect(refusal(await putWebsite(bad)).slice(0, 2)).toEqual([400, "InvalidArgument"]);
    }
    const empty = await send(cloud.oss, {
      method: "PUT",
      bucket: "bucket",
      query: { website: "" },
      body: "<Other/>",
    });
    expect(refusal(empty).slice(0, 2)).toEqual([400, "MalformedXML"]);
  });

  test("mirroring and versioning exclude each other, whichever comes first and whoever asks", async () => {
    const good = rule(1, "https://one.example/", "");
    cloud.oss.createBucket("bucket", { versioning: "Suspended" });
    expect((await putWebsite(good)).status).toBe(400);
    const wanted = {
      bucket: "bucket",
      routing_rules: [
        {
          routing_rule: [
            {
              condition: [{ http_error_code_returned_equals: "404" }],
              redirect: [{ redirect_type: "Mirror", mirror_url: "https://one.example/" }],
            },
          ],
        },
      ],
    };
    await expect(cloud.account.create("alicloud_oss_bucket_website", wanted)).rejects.toMatchObject({
      code: "InvalidArgument",
    });

    cloud.oss.createBucket("bucket");
    await cloud.account.create("alicloud_oss_bucket_website", wanted);
    const enable = await send(cloud.oss, {
      method: "PUT",
      bucket: "bucket",
      query: { versioning: "" },
      body: "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
    });
    expect(enable.status).toBe(400);
    const versioning = { bucket: "bucket", status: "Enabled" };
    await expect(cloud.account.create("alicloud_oss_bucket_versioning", versioning)).rejects.toMatchObject({
      code: "InvalidArgument",
    });
  });

  test("a rule made by Terraform works; a boolean that it does not say is off, following redirects too", async () => {
    await using origin = await new Origin((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { location: "/key" }).end();
      else response.end("found");
    }).listen();
    const redirect = {
      redirect_type: "Mirror",
      mirror_url: origin.url,
      mirror_follow_redirect: null,
      mirror_auth: null,
      mirror_taggings: [],
    };
    await cloud.account.create("alicloud_oss_bucket_website", {
      bucket: "bucket",
      index_document: null,
      routing_rules: [
        {
          routing_rule: [
            {
              condition: [{ http_error_code_returned_equals: "404" }],
              redirect: [redirect],
              lua_config: null,
            },
          ],
        },
      ],
    });

    expect((await get("key")).text).toBe("found");
    expect((await get("moved")).status).toBe(424);
    await cloud.account.delete("alicloud_oss_bucket_website", "bucket", {});
    expect((await get("other")).status).toBe(404);
  });

  test("what the local OSS cannot mirror with is 501", async () => {
    mirrorSource({ mirror_url_slave: "https://two.example/" });
    expect((await get("key")).status).toBe(501);
  });
});

describe("what the origin is asked", () => {
  test("the key below the rule's URL, percent-encoded; repeated slashes only when told to", async () => {
    await using origin = await originOf("x");
    const url = `${origin.url}base/`;
    cloud.oss.switchMirrorOn("bucket", { url });
    await get("a b//ü+%");
    cloud.oss.switchMirrorOn("bucket", { url, redirect: { mirror_pass_original_slashes: true } });
    await get("a//b");

    expect(origin.asked.map(({ target }) => target)).toEqual(["/base/a%20b/%C3%BC%2B%25", "/base/a//b"]);
  });

  test("with the rule's prefix replaced, when it says so", async () => {
    await using origin = await originOf("x");
    const redirect = { enable_replace_prefix: true, replace_key_prefix_with: "old/" };
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, prefix: "new/", redirect });
    await get("new/key");
    expect(origin.asked[0]?.target).toBe("/old/key");
  });

  test("the query only when told to, and never the reader's signature", async () => {
    await using origin = await originOf("x");
    const query = { a: "1 2", "x-oss-traffic-limit": "819200" };
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });
    await call("GET", "without", { query });
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_pass_query_string: true } });
    await call("GET", "with", { query });
    expect(origin.asked.map(({ target }) => target)).toEqual(["/without", "/with?a=1%202"]);
  });

  test("no header of the reader's, but those the rule passes, without those it removes, with those it sets", async () => {
    await using origin = await originOf("x");
    const headers = { "x-kept": "1", "x-removed": "2", "x-oss-meta-never": "3" };
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });
    await call("GET", "none", { headers });
    const mirror_headers = [
      { pass_all: true, remove: ["X-Removed"], set: [{ key: "X-Set", value: "4" }], pass: [] },
    ];
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_headers } });
    await call("GET", "all", { headers });

    const [none, all] = origin.asked;
    expect(none?.headers).not.toHaveProperty("x-kept");
    expect(all?.headers).toMatchObject({ "x-kept": "1", "x-set": "4" });
    for (const name of ["x-removed", "x-oss-meta-never", "authorization"]) {
      expect(all?.headers).not.toHaveProperty(name);
    }
  });

  test("a private S3 bucket is asked with a signature; without one it is 424", async () => {
    await cloud.s3.putObject("source", "ä/b c", "private");
    mirrorSource();
    expect((await get("ä/b c")).text).toBe("private");

    cloud.oss.switchMirrorOn("bucket", { url: `${cloud.s3.endpoint}/source/` });
    await call("DELETE", "ä/b c");
    expect(refusal(await get("ä/b c"))).toEqual([
      424,
      "MirrorFailed",
      "Error status : 403 from mirror host, should return 200 OK",
    ]);
    const { accessKey } = mirrorSource();
    cloud.s3.keys.remove(accessKey.accessKeyId);
    expect((await get("ä/b c")).status).toBe(424);
  });

  test("redirects are followed up to ten, unsigned, unless the rule forbids it", async () => {
    let hops = 10;
    await using origin = await new Origin((request, response) => {
      const hop = Number(request.url?.slice(1).replace("key", "0"));
      if (hop < hops) response.writeHead(302, { location: `/${hop + 1}` }).end();
      else response.end("found");
    }).listen();
    const { accessKey } = cloud.s3;
    const sign = { region: "r", accessKey };
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, sign });

    expect((await get("key")).text).toBe("found");
    expect(origin.asked.map(({ headers }) => headers["authorization"] !== undefined)).toEqual([
      true,
      ...Array.from({ length: 10 }, () => false),
    ]);
    await call("DELETE", "key");
    hops = 11;
    expect((await get("key")).status).toBe(424);
    hops = 1;
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_follow_redirect: false } });
    expect(elementOf(await get("key"), "Message")).toContain("Error status : 302");
  });
});

describe("when the origin fails, the reader gets 424 MirrorFailed", () => {
  const UNREACHABLE = "Mirroring failed, please check your mirror configuration";
  const UNREADABLE = "Read body from mirror host failed, please check your mirror host";

  test("404 stays 404", async () => {
    mirrorSource();
    expect(refusal(await get("nowhere")).slice(0, 2)).toEqual([404, "NoSuchKey"]);
  });

  test("nobody listens, or the line breaks before there is an answer", async () => {
    cloud.oss.switchMirrorOn("bucket", { url: "http://127.0.0.1:9/" });
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", UNREACHABLE]);
    const { fault: match } = mirrorSource();
    cloud.faults.add({ match, fault: { kind: "reset-before" } });
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", UNREACHABLE]);
  });

  test("any status but 200, 206 and 404", async () => {
    const { fault: match } = mirrorSource();
    cloud.faults.add({ match, fault: { kind: "error", status: 503, code: "SlowDown" } });
    expect(elementOf(await get("key"), "Message")).toContain("Error status : 503");
  });

  test("it says nothing for longer than the time-out, before the answer or in the middle of it", async () => {
    cloud.oss.times.mirrorTimeoutMs = 50;
    await cloud.s3.putObject("source", "key", "123456");
    const { fault: match } = mirrorSource();
    const before = cloud.faults.add({ match, fault: { kind: "stall", ms: 5_000 } });
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", UNREACHABLE]);
    cloud.faults.remove(before);
    cloud.faults.add({ match, fault: { kind: "stall", ms: 5_000, afterBytes: 3 } });
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", UNREADABLE]);
  });

  test("the body ends short; what of a large one has been passed on breaks off", async () => {
    await cloud.s3.putObject("source", "small", "123456");
    await cloud.s3.putObject("source", "large", Buffer.alloc(2 * MIB));
    const { fault: match } = mirrorSource();
    cloud.faults.add({ match, fault: { kind: "truncate-response" } });
    expect(refusal(await get("small"))).toEqual([424, "MirrorFailed", "Bytes read is not equal to expected"]);
    await expect(get("large")).rejects.toThrow(/aborted|hang up/);
    expect(await keysListed()).toEqual([]);
  });

  test("the body is not what its Content-MD5 says, where the rule checks it", async () => {
    await using origin = await originOf("x", { "content-md5": "AAAAAAAAAAAAAAAAAAAAAA==" });
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_check_md5: true } });
    const message = "MD5 in header() is not equal to MD5 calculated";
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", message]);
    cloud.oss.switchMirrorOn("bucket", { url: origin.url, redirect: { mirror_proxy_pass: true } });
    expect((await get("key")).text).toBe("x");
    expect(await keysListed()).toEqual([]);
  });

  test("the service's own limits can be scripted", async () => {
    mirrorSource();
    const message = "Mirror request is rejected by QoS";
    cloud.faults.add({
      match: { service: "oss", operation: "GetObject", bucket: "bucket" },
      fault: { kind: "error", status: 424, code: "MirrorFailed", message },
    });
    expect(refusal(await get("key"))).toEqual([424, "MirrorFailed", message]);
  });
});

describe("races", () => {
  /** An origin that answers when it is let to. */
  function slowOrigin(): Promise<Origin> & { release: () => void } {
    const held: (() => void)[] = [];
    const origin = new Origin((_, response) => {
      response.write("theirs");
      held.push(() => response.end());
    }).listen();
    return Object.assign(origin, { release: () => held.forEach((end) => end()) });
  }

  async function asked(origin: Origin, times: number): Promise<void> {
    await expect.poll(() => origin.asked.length).toBe(times);
  }

  test("the object appears while it is fetched: 424, and what appeared stays", async () => {
    const slow = slowOrigin();
    await using origin = await slow;
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });
    const reading = get("key");
    await asked(origin, 1);
    await call("PUT", "key", { body: "mine" });
    slow.release();

    const message = "The object you specified already exists and can not be overwritten";
    expect(refusal(await reading)).toEqual([424, "MirrorFailed", message]);
    expect((await get("key")).text).toBe("mine");
  });

  test("a create-only write loses to an object that has been mirrored", async () => {
    await cloud.s3.putObject("source", "key", "theirs");
    mirrorSource();
    await get("key");
    const headers = { "x-oss-forbid-overwrite": "true" };
    expect((await call("PUT", "key", { body: "mine", headers })).status).toBe(409);
  });

  test("two readers at once both get the object", async () => {
    const slow = slowOrigin();
    await using origin = await slow;
    cloud.oss.switchMirrorOn("bucket", { url: origin.url });
    const reading = [get("key"), get("key")];
    await asked(origin, 2);
    slow.release();
    expect((await Promise.all(reading)).map(({ text }) => text)).toEqual(["theirs", "theirs"]);
  });

  test("a reader that hangs up does not keep the object from being stored", async () => {
    await cloud.s3.putObject("source", "large", Buffer.alloc(3 * MIB));
    mirrorSource();
    const { target, headers } = sign(cloud.oss, { bucket: "bucket", key: "large" });
    const gone = new AbortController();
    const answer = await fetch(cloud.oss.endpoint + target, { headers, signal: gone.signal });
    expect(answer.status).toBe(200);
    gone.abort();
    await expect.poll(() => cloud.oss.readObject("bucket", "large")?.length).toBe(3 * MIB);
  });
});
