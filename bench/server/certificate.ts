import { execFileSync } from "node:child_process";
import { join } from "node:path";

export interface CertificateFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
}

/**
 * Makes a self-signed certificate for the loopback address in `folder` with the `openssl` program. It is its own
 * authority: clients trust it through NODE_EXTRA_CA_CERTS or `--ca-cert`.
 */
export function createCertificate(folder: string): CertificateFiles {
  const keyFile = join(folder, "key.pem");
  const certificateFile = join(folder, "certificate.pem");
  const request =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench -addext subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:*.localhost";
  try {
    execFileSync("openssl", [...request.split(" "), "-keyout", keyFile, "-out", certificateFile], {
      stdio: "pipe",
    });
  } catch (error) {
    throw new Error("The bench needs the openssl program to make its certificate; install openssl", {
      cause: error,
    });
  }
  return { keyFile, certificateFile };
}
