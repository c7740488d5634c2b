import { isatty } from 'node:tty';

/** How close (ms) two signals count as one: a terminal and npm both hand on a single Ctrl-C. */
const SAME = 700;

/**
 * Aborts on Ctrl-C, on SIGTERM, when the terminal goes, and when the process that started us was killed outright.
 * A second Ctrl-C ends everything at once. Without a terminal SIGHUP asks for new processes, as SIGUSR2 always does.
 */
export function stopSignal(onRestart: () => void = () => {}): AbortController {
  const stop = new AbortController();
  let first = 0;
  const ask = () => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort();
    } else if (performance.now() - first > SAME) {
      process.exit(130); // the planes and the databases die with this process
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  const hasTerminal = isatty(0) || isatty(1) || isatty(2);
  process.on('SIGHUP', hasTerminal ? ask : onRestart);
  if (process.platform !== 'win32') process.on('SIGUSR2', onRestart);
  if (process.channel) {
    process.once('disconnect', ask);
    process.channel.unref();
  }
  return stop;
}

/** Resolves once the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
