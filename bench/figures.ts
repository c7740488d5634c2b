import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** One figure in the form that all programs share (quality.md, "One form for every figure"). */
export interface Figure {
  /** Stable, lower case, dotted. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against; absent where it is only told. */
  readonly limit?: number;
  readonly holds?: boolean;
  readonly note: string;
}

/** A figure that is only told. */
export const told = (name: string, value: number, unit: string, note = ''): Figure => ({
  name,
  value: rounded(value),
  unit,
  note,
});

/** A figure that must not be above its limit. */
export const atMost = (name: string, value: number, unit: string, limit: number, note = ''): Figure =>
  held(name, value, unit, limit, value <= limit, note);

/** A figure that must not be below its limit. */
export const atLeast = (name: string, value: number, unit: string, limit: number, note = ''): Figure =>
  held(name, value, unit, limit, value >= limit, note);

// A figure that is no number was not measured, and holds nothing: both comparisons above are then false.
const held = (
  name: string,
  value: number,
  unit: string,
  limit: number,
  holds: boolean,
  note: string,
): Figure => ({ name, value: rounded(value), unit, limit, holds, note });

/** Three digits that say something; what is above 1000 is shown whole. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));

/** The middle of an odd number of values, the mean of the two in the middle of an even one; NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - ((sorted.length + 1) % 2)], sorted[middle]];
  return (low + high) / 2;
};

/** The smallest value that `part` (0 to 1) of all values don't exceed; NaN of none. */
export const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;

/** The table that a person reads. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, limit, holds, note }) => [
    holds === false ? 'BAD' : limit === undefined ? '' : 'ok',
    name,
    String(value),
    unit,
    limit === undefined ? '' : String(limit),
    note,
  ]);
  const all = [['', 'figure', 'value', 'unit', 'limit', 'note'], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 2 || column === 4 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** Prints the table, writes the JSON where a file is named, and returns the exit code: 1 when a limit doesn't hold. */
export function report(program: string, figures: readonly Figure[], file: string | undefined): number {
  console.log(tableOf(figures));
  if (file !== undefined) {
    const text = JSON.stringify({ program, commit: commit(), machine: machine(), figures }, null, 2);
    writeFileSync(file, `${text}\n`);
  }
  return figures.every(({ holds }) => holds !== false) ? 0 : 1;
}

/** Hash of what is checked out, marked `+` where the tree differs from it; empty outside of git. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', import.meta.dirname, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return '';
  }
}

function machine(): string {
  const model = cpus()[0]?.model.trim() || process.arch;
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} × ${model}, ${memory} GiB, ${process.platform}, Node ${process.versions.node}`;
}
