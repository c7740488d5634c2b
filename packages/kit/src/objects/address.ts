import { isAbsolute } from 'node:path';

/** Where objects are kept. */
export type ObjectAddress =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      /** Without a stroke at its ends; may be empty. */
      readonly prefix: string;
      readonly region: string;
      /** Of the service, without the bucket. */
      readonly endpoint: string;
    };

/** How an address is written; for a refusal in words. */
export const addressForm = 'folder:/path or s3://bucket/prefix?region=…&endpoint=https://…';

/** Reads `folder:/path` and `s3://bucket/prefix?region=…&endpoint=…`; undefined for anything else. */
export function readObjectAddress(text: string): ObjectAddress | undefined {
  if (text.startsWith('folder:')) {
    const folder = text.slice('folder:'.length);
    return isAbsolute(folder) ? { kind: 'folder', folder } : undefined;
  }
  if (!text.startsWith('s3://') || !URL.canParse(text)) return undefined;
  const { hostname: bucket, pathname, searchParams, username, password } = new URL(text);
  const region = searchParams.get('region') ?? 'us-east-1';
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const isWeb = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
  // A key in an address ends up in lists of processes and in logs.
  if (bucket === '' || !isWeb || username !== '' || password !== '') return undefined;
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  return { kind: 's3', bucket, prefix, region, endpoint: endpoint.replace(/\/+$/, '') };
}
