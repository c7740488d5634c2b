import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
/** From nothing to an open house, the demo town included; several times what it takes on two idle cores. */
const patience = 6 * 60_000;

export interface House {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts everything as a newcomer does, on a fresh data folder; `TEAHOUSE_E2E_ORIGIN` names a house that is open already. */
export async function openHouse(): Promise<House> {
  const given = process.env.TEAHOUSE_E2E_ORIGIN;
  if (given) return { origin: given, stop: async () => undefined };
  const data = mkdtempSync(path.join(tmpdir(), 'teahouse-e2e-'));
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'run.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, TEAHOUSE_DATA: data, TEAHOUSE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const open = /(http:\/\/[^\s]+)/.exec(said)?.[1];
      if (open && /is open/.test(said)) resolve(open);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the house did not open (${code}):\n${said}`)));
    setTimeout(() => reject(new Error(`the house is not open after minutes:\n${said}`)), patience).unref();
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { origin, stop };
}
