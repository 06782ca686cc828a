import type { CredentialProvider } from "../ports.ts";

/**
 * The region of a bucket of AWS, which any region's endpoint tells those who may ask; undefined when AWS does
 * not say. Through the AWS SDK, loaded only when it is needed.
 */
export async function findBucketRegion(options: {
  readonly bucket: string;
  readonly credentials: CredentialProvider;
  readonly endpoint?: string;
  readonly signal?: AbortSignal;
}): Promise<string | undefined> {
  const { HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
  const { accessKeyId, accessKeySecret, sessionToken } = await options.credentials.get(options.signal);
  const client = new S3Client({
    region: "us-east-1",
    maxAttempts: 3,
    credentials: {
      accessKeyId,
      secretAccessKey: accessKeySecret,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint, forcePathStyle: true }),
  });
  try {
    const answer = await client.send(
      new HeadBucketCommand({ Bucket: options.bucket }),
      options.signal === undefined ? {} : { abortSignal: options.signal },
    );
    return answer.BucketRegion;
  } catch (error) {
    return regionOfRefusal(error);
  } finally {
    client.destroy();
  }
}

/** The refusal of another region names the right one in a header. */
function regionOfRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("$response" in error)) return undefined;
  const response = error.$response as { readonly headers?: Readonly<Record<string, string>> } | undefined;
  return response?.headers?.["x-amz-bucket-region"];
}
