import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
/** From nothing to an open house, the demo town included; several times what it takes on two idle cores. */
const patience = 6 * 60_000;

export interface House {
  readonly origin: string;
  /** Address of the invitation to the desk that a fresh demo prints; empty where the house was open already. */
  readonly invitation: string;
  stop(): Promise<void>;
}

/** Starts everything as a newcomer does, on a fresh data folder; `TEAHOUSE_E2E_ORIGIN` names a house that is open already,
 * `TEAHOUSE_E2E_INVITATION` an invitation to its desk. */
export async function openHouse(): Promise<House> {
  const given = process.env.TEAHOUSE_E2E_ORIGIN;
  if (given) {
    return {
      origin: given,
      invitation: process.env.TEAHOUSE_E2E_INVITATION ?? '',
      stop: async () => undefined,
    };
  }
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
  const opened = await new Promise<Omit<House, 'stop'>>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const open = /is open after.*?(http:\/\/[^\s]+)/.exec(said)?.[1];
      // The last line: what there is to say was said before.
      if (!open || !/Ctrl-C closes it/.test(said)) return;
      resolve({ origin: open, invitation: /(http:\S+\/desk\/enrol#\S+)/.exec(said)?.[1] ?? '' });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the house did not open (${code}):\n${said}`)));
    setTimeout(() => reject(new Error(`the house is not open after minutes:\n${said}`)), patience).unref();
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { ...opened, stop };
}
