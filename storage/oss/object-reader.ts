import { crc64Xz } from "../../core/crc64.ts";
import { storeErrorOf } from "../../core/errors.ts";
import type { DestinationObject } from "../ports.ts";
import type { BucketOptions } from "../service/bucket-options.ts";
import { destinationObjectOf } from "./answers.ts";
import { OssClient } from "./client.ts";

/** An object as a reader gets it. */
export interface ReadObject extends DestinationObject {
  /** CRC-64/XZ of the bytes that came, whatever the service says. */
  readonly readCrc64: bigint;
}

/**
 * Reads objects of an OSS bucket as an application does: a GET that a back-to-source rule may answer. Apart from the
 * destination's port, since the copy never reads there.
 */
export class OssObjectReader {
  readonly #client: OssClient;
  readonly #store: BucketOptions["store"];

  constructor(options: BucketOptions) {
    this.#client = new OssClient(options);
    this.#store = options.store;
  }

  /** The object, its bytes digested as they pass; undefined when there is none. */
  async read(key: string, signal?: AbortSignal): Promise<ReadObject | undefined> {
    try {
      const response = await this.#client.send({ operation: "GetObject", method: "GET", key, signal });
      let readCrc64 = 0n;
      let sizeBytes = 0;
      await response.read((chunk) => {
        readCrc64 = crc64Xz.update(readCrc64, chunk);
        sizeBytes += chunk.length;
      });
      const object = destinationObjectOf(this.#store, {
        headers: response.headers,
        contentLength: sizeBytes,
      });
      return { ...object, readCrc64 };
    } catch (error) {
      if (storeErrorOf(error, "NOT_FOUND") === undefined) throw error;
      return undefined;
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
