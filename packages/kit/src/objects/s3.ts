import { S3mini } from 's3mini';
import type { ObjectAddress } from './address.ts';
import type { ObjectStore } from './object-store.ts';

/** Milliseconds until a request counts as failed: less than a transaction may rest between two statements. */
const patience = 10_000;
/** Names of one answer: the most that S3 gives. */
const most = 1000;
const type = 'application/octet-stream';

/** Objects in a bucket, by whatever speaks S3. The bucket is there already. */
export function openS3(
  address: Extract<ObjectAddress, { kind: 's3' }>,
  credentials: { readonly key: string; readonly secret: string },
  page = most,
): ObjectStore {
  const s3 = new S3mini({
    accessKeyId: credentials.key,
    secretAccessKey: credentials.secret,
    endpoint: `${address.endpoint}/${address.bucket}`,
    region: address.region,
    requestAbortTimeout: patience,
  });
  const prefix = address.prefix === '' ? '' : `${address.prefix}/`;
  return {
    async put(name, bytes) {
      const answer = await s3.putObject(`${prefix}${name}`, Buffer.from(bytes), type);
      if (!answer.ok) throw new Error(`refused with ${answer.status}`);
    },
    async get(name) {
      const bytes = await s3.getObjectArrayBuffer(`${prefix}${name}`);
      return bytes === null ? undefined : Buffer.from(bytes);
    },
    async delete(name) {
      await s3.deleteObject(`${prefix}${name}`);
    },
    async *list() {
      let token: string | undefined;
      do {
        const answer = await s3.listObjectsPaged('/', prefix, page, token);
        for (const { Key } of answer?.objects ?? []) yield Key.slice(prefix.length);
        token = answer?.nextContinuationToken;
      } while (token !== undefined);
    },
  };
}
