import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, type Figure } from './figures.ts';
import { isPostgres, type Process, pssOf, treeOf } from './processes.ts';

/** How long the town is left alone before its memory is read. */
const IDLE_MS = 20_000;

const nameOf = ({ command }: Process): string =>
  /dist\/(members|talk)\/main/.exec(command)?.[1] ?? (/run\.mjs start/.test(command) ? 'front' : command);

/** Memory of all processes of a town that nobody visits, Postgres left out (quality.md, "One form for every figure"). */
export async function measureIdle(house: number): Promise<Figure> {
  await sleep(IDLE_MS);
  const ours = treeOf(house).filter((process) => !isPostgres(process));
  const parts = ours.map((process) => ({ name: nameOf(process), pss: pssOf(process) }));
  const total = parts.reduce((sum, { pss }) => sum + pss, 0);
  const note = parts.map(({ name, pss }) => `${name} ${pss.toFixed(0)}`).join(', ');
  return atMost('bench.idle-pss-mb', parts.length < 3 ? Number.NaN : total, 'MB', 300, note);
}
