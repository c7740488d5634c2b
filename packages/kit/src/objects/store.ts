import { readObjectAddress } from './address.ts';
import { ObjectStoreError } from './error.ts';
import { openFolder } from './folder.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3 } from './s3.ts';

export interface ObjectSettings {
  /** `folder:/path` or `s3://…`; without it there is no store, and everything stays in the database. */
  readonly objects?: string | undefined;
  readonly objectsKey?: string | undefined;
  readonly objectsSecret?: string | undefined;
}

const nameForm = /^[0-9a-f]{32}(\.[0-9]|)$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined where none is set. Throws a TypeError for an address that is none. */
export function openObjectStore(settings: ObjectSettings): ObjectStore | undefined {
  if (settings.objects === undefined || settings.objects === '') return undefined;
  const address = readObjectAddress(settings.objects);
  if (!address) throw new TypeError('not an address of an object store');
  const store =
    address.kind === 'folder'
      ? openFolder(address.folder)
      : openS3(address, { key: settings.objectsKey ?? '', secret: settings.objectsSecret ?? '' });
  const named = (name: string) => {
    if (!nameForm.test(name)) throw new TypeError('not a name of an object');
    return name;
  };
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new ObjectStoreError(error);
    }
  };
  return {
    put: (name, bytes) => told(store.put(named(name), bytes)),
    get: (name) => told(store.get(named(name))),
    delete: (name) => told(store.delete(named(name))),
    async *list() {
      try {
        for await (const name of store.list()) if (nameForm.test(name)) yield name;
      } catch (error) {
        throw new ObjectStoreError(error);
      }
    },
  };
}
