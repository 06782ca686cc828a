import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface Certificate {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly der: Buffer;
}

const LIFETIME_MS = 24 * 3600 * 1000;
const SKEW_MS = 5 * 60 * 1000;

const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const COMMON_NAME = "550403";
const BASIC_CONSTRAINTS = "551d13";
const KEY_USAGE = "551d0f";
const SUBJECT_ALTERNATIVE_NAME = "551d11";

/** A certificate that vouches for itself, for one run of a plugin or a test (RFC 5280, in DER by hand). */
export function selfSignedCertificate(nowMs: number, hosts: readonly string[] = ["localhost"]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(objectId(ECDSA_WITH_SHA256));
  const name = sequence(
    element(0x31, sequence(objectId(COMMON_NAME), element(0x0c, Buffer.from("localhost")))),
  );
  // Positive, and with no leading zero.
  const serial = randomBytes(12);
  serial.writeUInt8((serial.readUInt8(0) & 0x3f) | 0x40, 0);
  const extensions = sequence(
    extension(BASIC_CONSTRAINTS, true, sequence(element(0x01, Buffer.from([0xff])))),
    // digitalSignature and keyCertSign: it vouches for itself.
    extension(KEY_USAGE, true, element(0x03, Buffer.from([0x02, 0x84]))),
    extension(
      SUBJECT_ALTERNATIVE_NAME,
      false,
      sequence(...hosts.map((host) => element(0x82, Buffer.from(host)))),
    ),
  );
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serial),
    algorithm,
    name,
    sequence(time(nowMs - SKEW_MS), time(nowMs + LIFETIME_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(0xa3, extensions),
  );
  const signature = sign("sha256", body, privateKey);
  const der = sequence(body, algorithm, element(0x03, Buffer.from([0]), signature));
  const lines = der.toString("base64").match(/.{1,64}/gu) ?? [];
  return {
    der,
    certificatePem: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function objectId(hex: string): Buffer {
  return element(0x06, Buffer.from(hex, "hex"));
}

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/[-:T]/gu, "").slice(0, 14);
  return element(0x18, Buffer.from(`${digits}Z`));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [element(0x01, Buffer.from([0xff]))] : [];
  return sequence(objectId(id), ...flag, element(0x04, value));
}
