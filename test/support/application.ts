import { createHash } from "node:crypto";
import type { BegunUpload } from "../../local/begun-upload.ts";
import type { LocalCloud } from "../../local/cloud.ts";
import { type RawAnswer, type RawRequest, send } from "../local/raw-client.ts";
import { DESTINATION, SOURCE } from "./ferry-world.ts";

interface Version {
  readonly text: string;
  readonly owner?: string | undefined;
}

/**
 * An application that reads and writes one bucket over HTTP with keys of its own, first the source and from its switch on
 * the destination, and remembers what it must find there.
 */
export class Application {
  readonly #cloud: LocalCloud;
  readonly #keys;
  readonly #expected = new Map<string, Version>();
  #writesTo: "s3" | "oss" = "s3";

  constructor(cloud: LocalCloud) {
    this.#cloud = cloud;
    this.#keys = { s3: cloud.s3.keys.create(), oss: cloud.oss.keys.create() };
  }

  /** From now on OSS is asked for everything, and nothing is written to the source any more. */
  switchToOss(): void {
    this.#writesTo = "oss";
  }

  /** Writes or overwrites an object; with an `owner` it has user metadata. */
  async write(key: string, text: string, owner?: string): Promise<void> {
    const meta = this.#writesTo === "s3" ? "x-amz-meta-owner" : "x-oss-meta-owner";
    await this.#ask({
      method: "PUT",
      key,
      body: text,
      headers: owner === undefined ? {} : { [meta]: owner },
    });
    this.#expected.set(key, { text, owner });
  }

  async delete(key: string): Promise<void> {
    await this.#ask({ method: "DELETE", key });
    this.#expected.delete(key);
  }

  /** What a reader gets; undefined for 404. */
  async read(key: string): Promise<string | undefined> {
    const answer = await this.#ask({ key });
    return answer.status === 404 ? undefined : answer.text;
  }

  /** Whether a reader that asks by HEAD is told that there is such an object. */
  async sees(key: string): Promise<boolean> {
    return (await this.#ask({ method: "HEAD", key })).status === 200;
  }

  /** A part of it that has not heard of the switch yet deletes an object at the source, too. */
  async deleteAtSource(key: string): Promise<void> {
    await this.#ask({ method: "DELETE", key }, "s3");
  }

  /** A part of it that has not heard of the switch yet writes to the source. */
  async writeLate(key: string, text: string): Promise<void> {
    await this.#ask({ method: "PUT", key, body: text }, "s3");
    this.#expected.set(key, { text });
  }

  /** Begins an upload in parts to the source; `complete` ends it. */
  beginUpload(key: string, text: string): { complete(): Promise<void> } {
    const upload: BegunUpload = this.#cloud.s3.beginUpload(SOURCE, key);
    return {
      complete: async () => {
        await upload.complete(text);
        this.#expected.set(key, { text });
      },
    };
  }

  /** Every key whose object at the destination is not the one that the application expects there, and how. */
  async surprises(): Promise<Readonly<Record<string, "missing" | "extra" | "different">>> {
    const missing = new Set(this.#expected.keys());
    const surprises: Record<string, "missing" | "extra" | "different"> = {};
    for await (const { key, sha256, userMetadata } of this.#cloud.oss.inventory(DESTINATION)) {
      const wanted = this.#expected.get(key);
      missing.delete(key);
      if (wanted === undefined) surprises[key] = "extra";
      else if (sha256Of(wanted.text) !== sha256 || wanted.owner !== userMetadata["owner"])
        surprises[key] = "different";
    }
    for (const key of missing) surprises[key] = "missing";
    return surprises;
  }

  async #ask(request: RawRequest, service: "s3" | "oss" = this.#writesTo): Promise<RawAnswer> {
    const bucket = service === "s3" ? SOURCE : DESTINATION;
    const answer = await send(this.#cloud[service], { bucket, accessKey: this.#keys[service], ...request });
    if (answer.status >= 400 && answer.status !== 404) throw new Error(answer.text);
    return answer;
  }
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
