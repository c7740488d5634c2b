/**
 * Files by name, in a folder or a bucket. Names are made up by us: 32 hexadecimal digits, and a part behind a point. Whoever
 * is away or refuses is an ObjectStoreError, and what was to be written may be there or not.
 */
export interface ObjectStore {
  /** Lasting when this returns. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  get(name: string): Promise<Buffer | undefined>;
  /** Nothing where there is none. */
  delete(name: string): Promise<void>;
  /** Names of all that is there, in no order. */
  list(): AsyncIterable<string>;
}
