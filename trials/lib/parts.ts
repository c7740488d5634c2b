import path from 'node:path';
import { isPostgres, type Process, treeOf } from '../../bench/processes.ts';

export type PlaneName = 'members' | 'talk';

/** The process of a plane below a house; undefined while there is none. */
export const planeOf = (house: number, plane: PlaneName): Process | undefined => planesOf(house, plane)[0];

/** All processes of a plane below a house. */
export const planesOf = (house: number, plane: PlaneName): Process[] =>
  treeOf(house).filter(({ command }) => command.includes(path.join('dist', plane, 'main.mjs')));

/** The first process of a plane's cluster, wherever it was started; undefined while there is none. */
export const postmasterOf = (supervisor: number, data: string, plane: PlaneName): Process | undefined =>
  treeOf(supervisor).find(
    (process) =>
      isPostgres(process) && process.command.includes(`-D ${path.join(data, plane, 'database')}${path.sep}`),
  );

/** The processes that serve connections of a cluster: its other children do not name a role. */
export const backendsOf = (postmaster: Process, plane: PlaneName): Process[] =>
  treeOf(postmaster.pid).filter(({ command }) => command.startsWith(`postgres: ${plane} ${plane} `));

/** Address of an embedded database, for whoever may read the data folder; `role` may be the superuser. */
export const databaseUrl = (data: string, plane: PlaneName, role: string = plane): string =>
  `postgresql://${role}@/${plane}?host=${path.join(data, plane, 'database', 'run')}`;
