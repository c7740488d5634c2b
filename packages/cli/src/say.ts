import { stdout } from 'node:process';

const started = performance.now();

/** Seconds since the program began, as words: `0.8 s`. */
export const elapsed = (since = started): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One line for the person at the terminal. */
export function say(text: string): void {
  wipe();
  console.log(text);
}

/** One line about something that went wrong. */
export function warn(text: string): void {
  wipe();
  console.error(text);
}

let shown = false;

/** A line that the next one replaces; on a pipe or in a file it is left out. */
export function sayForNow(text: string): void {
  if (!stdout.isTTY) return;
  stdout.write(`\r\u001b[2K${text.slice(0, (stdout.columns || 80) - 1)}`);
  shown = true;
}

function wipe(): void {
  if (shown) stdout.write('\r\u001b[2K');
  shown = false;
}
