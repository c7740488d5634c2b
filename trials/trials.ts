import { abuse } from './abuse.ts';
import { clock } from './clock.ts';
import { diskFull } from './disk-full.ts';
import { killOneOfThree } from './kill-one-of-three.ts';
import { killPostgres } from './kill-postgres.ts';
import { killServer } from './kill-server.ts';
import type { Trial } from './lib/trial.ts';
import { once } from './once.ts';
import { outage } from './outage.ts';
import { pooler } from './pooler.ts';
import { postgresVersions } from './postgres-versions.ts';
import { replica } from './replica.ts';
import { restore } from './restore.ts';
import { rolling } from './rolling.ts';
import { spend } from './spend.ts';
import { town } from './town.ts';
import { walk } from './walk.ts';

/** All trials, in the order in which they run: README.md says what each shows. */
export const trials: Readonly<Record<string, Trial>> = {
  spend,
  once,
  'kill-server': killServer,
  'kill-postgres': killPostgres,
  'kill-one-of-three': killOneOfThree,
  outage,
  'disk-full': diskFull,
  clock,
  abuse,
  restore,
  'postgres-versions': postgresVersions,
  pooler,
  replica,
  rolling,
  walk,
  town,
};
