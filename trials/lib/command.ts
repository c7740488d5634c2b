import { execFile } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

export interface CommandResult {
  readonly code: number;
  /** Both of its outputs. */
  readonly said: string;
}

/** Runs `teahouse …` as an operator does, over a data folder. */
export function teahouse(
  data: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEAHOUSE_'));
  const env = { ...Object.fromEntries(kept), TEAHOUSE_DATA: data, ...settings };
  const program = path.join(root, 'scripts/run.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'teahouse', ...args], { cwd: root, env }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, said: `${out}${err}` });
    });
  });
}

/** The same where it must succeed. Throws with what it said. */
export async function mustRun(...args: Parameters<typeof teahouse>): Promise<string> {
  const { code, said } = await teahouse(...args);
  if (code !== 0) throw new Error(`teahouse ${args[1].join(' ')} ended with ${code}: ${said}`);
  return said;
}
