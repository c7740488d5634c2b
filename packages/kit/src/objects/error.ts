/** The store is away, or does not let us in. The words are its own, without a name of an object. */
export class ObjectStoreError extends Error {
  constructor(cause: unknown) {
    super(`The object store did not do it: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ObjectStoreError';
  }
}
