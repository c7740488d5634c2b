import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Person } from './person.ts';

const artifacts = path.join(import.meta.dirname, '..', '..', 'artifacts');
export const screens = path.join(artifacts, 'screens');
export const failures = path.join(artifacts, 'failures');

interface Outcome {
  readonly name: string;
  readonly error: string | null;
  readonly milliseconds: number;
}

/** Runs the steps of the journeys one after the other and says how each went. */
export interface Runner {
  /** A step that fails does not stop the next: each says by itself whether it holds. */
  step(name: string, run: () => Promise<void>, patience?: number): Promise<void>;
  /** A step without which nothing after it can be done: if it fails, what follows is not reached, and says so. */
  must(name: string, run: () => Promise<void>, patience?: number): Promise<void>;
  /** A new journey: what broke the last one does not matter to it. */
  begin(): void;
  readonly outcomes: readonly Outcome[];
}

/** No step may hang the run: milliseconds, where a step does not ask for more. */
const usualPatience = 150_000;
const late = (patience: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${patience / 1000} s`)), patience).unref();
  });

/** `onFailure` gets the number of a step that failed first, not those that were never reached. */
export function createRunner(onFailure: (step: number) => Promise<void>): Runner {
  const outcomes: Outcome[] = [];
  let broken: string | null = null;

  async function step(name: string, run: () => Promise<void>, patience = usualPatience): Promise<boolean> {
    const began = performance.now();
    let error: string | null = null;
    try {
      if (broken !== null) throw new Error(`not reached, because this failed: ${broken}`);
      await Promise.race([run(), late(patience)]);
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    outcomes.push({ name, error, milliseconds: Math.round(performance.now() - began) });
    console.log(`${error === null ? 'ok' : 'not ok'} ${outcomes.length} ${name}`);
    if (error !== null && broken === null) await onFailure(outcomes.length).catch(() => undefined);
    if (error !== null) console.log((broken === null ? error : `not reached`).replace(/^/gm, '    '));
    return error === null;
  }
  return {
    outcomes,
    begin: () => {
      broken = null;
    },
    async step(name, run, patience) {
      await step(name, run, patience);
    },
    async must(name, run, patience) {
      if (!(await step(name, run, patience))) broken ??= name;
    },
  };
}

/** A picture for people to look at. */
export async function shoot({ page, look }: Person, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  const file = `${name}.${look.size}.${look.lang}.${look.theme}.png`;
  await page.screenshot({ path: path.join(screens, file), animations: 'disabled' });
}

/** The outcomes in the one form for every figure (quality.md). */
export function writeFigures(
  file: string,
  outcomes: readonly Outcome[],
  commit: string,
  machine: string,
): void {
  const figures = outcomes.map(({ name, error }) => ({
    name: `e2e.${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`,
    value: error === null ? 1 : 0,
    unit: 'holds',
    limit: 1,
    holds: error === null,
    note: error ?? '',
  }));
  writeFileSync(file, `${JSON.stringify({ program: 'e2e', commit, machine, figures }, null, 2)}\n`);
}
