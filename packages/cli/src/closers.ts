/** What was opened, closed the other way round. */
export interface Closers {
  readonly isClosing: () => boolean;
  /** Keeps what was opened for closing; when closing has begun already, closes it at once. */
  kept<T>(opened: T, close: (part: T) => Promise<void> | void): Promise<T>;
  /** Closes what is open, in order; later calls wait for the first. */
  close(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: (() => Promise<void> | void)[] = [];
  let closing: Promise<void> | undefined;
  return {
    isClosing: () => closing !== undefined,
    async kept(opened, close) {
      if (closing) await close(opened);
      else closers.push(() => close(opened));
      return opened;
    },
    close() {
      closing ??= (async () => {
        for (const close of closers.splice(0).reverse()) await close();
      })();
      return closing;
    },
  };
}
