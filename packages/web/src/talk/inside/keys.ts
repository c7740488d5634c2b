type Fetch = typeof globalThis.fetch;

/** Before a wallet is open nothing is added to a request. */
let through = (fetch: Fetch): Fetch => fetch;

/** The wallet has been opened: what it may read, the page may. `wrap` adds the keys of rooms to what reads them. */
export const bringKeys = (wrap: (fetch: Fetch) => Fetch): void => {
  through = wrap;
};
/** For the pages that load without a wallet: a `fetch` that carries the keys of rooms as soon as there are any. */
export const withInsideKeys =
  (fetch: Fetch): Fetch =>
  (input, init) =>
    through(fetch)(input, init);
