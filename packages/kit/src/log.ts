import { openRotatingFile } from './rotating-file.ts';

/** A value that may be logged. Strings are for words of ours (codes, names of routes), and are scrubbed even so. */
export type LogField = string | number | boolean | undefined;
export type LogFields = Readonly<Record<string, LogField>>;

/** Writes events of the process, never of a request. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Name, code and stack frames of the error; its message may quote a value and is left out. */
  error(event: string, error?: unknown, fields?: LogFields): void;
  close(): void;
}

export interface LoggerOptions {
  /** Which process speaks. */
  name: string;
  /** A file (rotated at 1 MB, one older part kept); without it, standard output. */
  file?: string;
  /** Replaces both, for tests. */
  write?: (line: string) => void;
  /** Rounds the time of each line down to this many milliseconds: talk keeps nothing finer than five minutes. */
  coarseMs?: number;
}

const secretNames =
  /body|token|cookie|auth|session|password|secret|email|mail|address|ip$|^ip|host|url|query|header|name$|user|agent/i;

const scrubs: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>"]+@[^\s@<>"]+/g, '[mail]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  [/(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?=\W|$)/gi, '[address]'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '[id]'],
  [/[A-Za-z0-9_-]{24,}/g, '[bytes]'],
];

/** Takes out what looks like an address, an e-mail, an id or a token, and keeps at most 200 characters. */
export function scrub(text: string): string {
  return scrubs.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text).slice(0, 200);
}

function clean(fields: LogFields): Record<string, LogField> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (secretNames.test(key)) return [key, '[redacted]'];
      return [key, typeof value === 'string' ? scrub(value) : value];
    }),
  );
}

/** What of an error may be kept: no message, no detail, no cause. */
function describe(error: unknown): Record<string, LogField | string[]> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    error: error.constructor.name,
    ...(typeof code === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(code) ? { code } : {}),
    stack: frames
      .slice(0, 12)
      .map((line) => line.trim().replace(/file:\/\/\S*\/(?=packages|node_modules|dist)/, '')),
  };
}

/** Structured lines of JSON: `{ time, level, name, event, … }`. */
export function createLogger(options: LoggerOptions): Logger {
  const file = options.file && !options.write ? openRotatingFile(options.file) : undefined;
  const write = options.write ?? file?.write ?? ((line: string) => void process.stdout.write(line));
  const step = options.coarseMs ?? 1;
  const line = (level: string, event: string, rest: object) => {
    const time = new Date(Math.floor(Date.now() / step) * step).toISOString();
    write(`${JSON.stringify({ time, level, name: options.name, event: scrub(event), ...rest })}\n`);
  };
  return {
    info: (event, fields = {}) => line('info', event, clean(fields)),
    warn: (event, fields = {}) => line('warn', event, clean(fields)),
    error: (event, error, fields = {}) => line('error', event, { ...describe(error), ...clean(fields) }),
    close: () => file?.close(),
  };
}
