/** Writes what changes with every key: the newest of it, a moment after the last change, or at once where the page may end. */
export interface Saver {
  /** Writes in a moment, in the place of what was planned before. `write` is told whether the page may be ending. */
  plan(write: (isEnding: boolean) => void): void;
  /** Writes what is planned. */
  flush(): void;
  /** Lets go of what is planned. */
  drop(): void;
  /** From now on whatever may be the end of the page writes what is planned; so does calling what comes back. */
  listen(): () => void;
}

/** Milliseconds after the last change. */
const pause = 400;

/**
 * A page that is hidden may be ended without a further word (a phone does), and one that is left is told so by `pagehide`
 * alone. `beforeunload` comes earlier than both: there is a little more time to write then.
 */
const endings = ['visibilitychange', 'beforeunload', 'pagehide'] as const;

/** `page`: where the endings are heard; `visibilitychange` comes up to the window from its document. */
export function createSaver(page: EventTarget = window): Saver {
  let planned: {
    readonly write: (isEnding: boolean) => void;
    readonly timer: ReturnType<typeof setTimeout>;
  } | null = null;
  const drop = () => {
    if (planned) clearTimeout(planned.timer);
    planned = null;
  };
  const writeNow = (isEnding: boolean) => {
    const write = planned?.write;
    drop();
    write?.(isEnding);
  };
  const flush = () => writeNow(false);
  const end = () => writeNow(true);
  return {
    plan(write) {
      drop();
      planned = { write, timer: setTimeout(flush, pause) };
    },
    flush,
    drop,
    listen() {
      for (const ending of endings) page.addEventListener(ending, end, { capture: true });
      return () => {
        for (const ending of endings) page.removeEventListener(ending, end, { capture: true });
        flush();
      };
    },
  };
}
