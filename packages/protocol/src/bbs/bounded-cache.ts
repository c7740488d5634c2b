/** A map of at most `limit` entries that forgets the one unused for longest. */
export class BoundedCache<V> {
  readonly #entries = new Map<string, V>();
  readonly #limit: number;
  readonly #forget: (value: V) => void;

  constructor(limit: number, forget: (value: V) => void = () => {}) {
    this.#limit = limit;
    this.#forget = forget;
  }

  /** The value under `key`, made by `make` when absent. What `make` throws isn't kept. */
  get(key: string, make: () => V): V {
    let value = this.#entries.get(key);
    if (value === undefined) value = make();
    else this.#entries.delete(key);
    this.#entries.set(key, value);
    this.#trim();
    return value;
  }

  #trim(): void {
    if (this.#entries.size <= this.#limit) return;
    const [oldest, value] = this.#entries.entries().next().value!;
    this.#entries.delete(oldest);
    this.#forget(value);
  }
}
