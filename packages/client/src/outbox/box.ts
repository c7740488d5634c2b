import { createCell, type Observable } from '../observable.ts';
import { entriesUnder, type Store } from '../store.ts';
import type { LastLeft } from './plan.ts';
import type { OutboxItem, StoredItem } from './types.ts';

const prefix = 'outbox/';
const lastKey = 'outbox-last';

export interface Box extends Observable<readonly OutboxItem[]> {
  /** Oldest first. */
  items(): readonly StoredItem[];
  find(id: string): StoredItem | undefined;
  /** Stored before it resolves, and before anyone is told. */
  save(item: StoredItem): Promise<void>;
  remove(id: string): Promise<void>;
  last(): LastLeft | undefined;
  left(context: string, at: number): Promise<void>;
  /** Reads the Store anew: another tab may have written. */
  load(): Promise<void>;
}

/** What a page sees of an item. */
function shown({ id, compose, state, label, tries, created }: StoredItem): OutboxItem {
  return { id, compose, state, label, tries, created };
}

/** The outbox's items over the Store. */
export async function createBox(store: Store): Promise<Box> {
  let items: readonly StoredItem[] = [];
  let last: LastLeft | undefined;
  const cell = createCell<readonly OutboxItem[]>([]);

  function put(next: readonly StoredItem[]): void {
    items = [...next].sort((a, b) => a.created - b.created || a.id.localeCompare(b.id));
    cell.set(items.map(shown));
  }
  /** Counts writes, so that a reading into which one fell is done again. */
  let writes = 0;
  async function load(): Promise<void> {
    for (let before = -1; before !== writes; ) {
      before = writes;
      const read = (await entriesUnder<StoredItem>(store, prefix)).flatMap(([, item]) =>
        item ? [item] : [],
      );
      last = (await store.get(lastKey)) as LastLeft | undefined;
      if (before === writes) put(read);
    }
  }
  await load();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    items: () => items,
    find: (id) => items.find((item) => item.id === id),
    load,
    async save(item) {
      writes += 1;
      await store.set(prefix + item.id, item);
      writes += 1;
      put([...items.filter(({ id }) => id !== item.id), item]);
    },
    async remove(id) {
      writes += 1;
      await store.delete(prefix + id);
      writes += 1;
      put(items.filter((item) => item.id !== id));
    },
    last: () => last,
    async left(context, at) {
      last = { context, at };
      writes += 1;
      await store.set(lastKey, last);
    },
  };
}
