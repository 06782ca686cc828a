/** Where worker bundles and runtimes lie in the control bucket, by their SHA-256. */
export const ARTIFACTS_PREFIX = "artifacts/";

/** The key of an artifact: named by its content, so that a new one never replaces one that is in use. */
export function artifactKey(sha256: string, fileName: string): string {
  return `${ARTIFACTS_PREFIX}${sha256}/${fileName}`;
}
