import { membersPaths } from '@teahouse/contract/members';
import { systemClock } from '@teahouse/kit/clock';
import { readConfig } from '@teahouse/kit/config';
import { createLogger } from '@teahouse/kit/log';
import { requirePostgres } from '@teahouse/kit/postgres-needs';
import { serve, tellStage } from '@teahouse/kit/serve';
import { createMembers } from './app.ts';
import { MembersConfig } from './config.ts';

/** The process of the named plane: reads `TEAHOUSE_*`, migrates, serves, and stops on SIGTERM. */
const config = readConfig(MembersConfig);
const log = createLogger({
  name: 'members',
  ...(config.logFile === undefined ? {} : { file: config.logFile }),
});
await requirePostgres(config.sessionUrl ?? config.databaseUrl, { durable: config.mode === 'production' });
const metrics =
  config.metrics === undefined
    ? undefined
    : await (await import('@teahouse/kit/metrics')).startMetrics({
        listen: config.metrics,
        routes: Object.keys(membersPaths),
        onTrouble: (event) => log.warn(event),
      });
const members = await createMembers({
  config: { ...config, webOrigin: config.webOrigin.join(','), witnesses: config.witnesses.join(',') },
  clock: systemClock,
  log,
  onStage: tellStage,
  metrics,
});
tellStage('jobs');
await members.startJobs();
await serve(members.app, {
  ...{ listen: config.listen, log, drainSeconds: config.drainSeconds },
  async onStop() {
    await metrics?.close();
    await members.close();
  },
});
