import { talkPaths } from '@teahouse/contract/talk';
import { requirePostgres } from '@teahouse/kit/postgres-needs';
import { serve, tellStage } from '@teahouse/kit/serve';
import { createTalk, createTalkLogger } from './app.ts';
import { readTalkConfig } from './config.ts';

/** The process of the anonymous plane: configured by `TEAHOUSE_*`, says when it is ready, ends on SIGTERM. */
const config = readTalkConfig();
await requirePostgres(config.sessionUrl ?? config.databaseUrl, { durable: config.mode === 'production' });
const log = createTalkLogger();
const metrics =
  config.metrics === undefined
    ? undefined
    : await (await import('@teahouse/kit/metrics')).startMetrics({
        listen: config.metrics,
        routes: Object.keys(talkPaths),
        onTrouble: (event) => log.warn(event),
      });
const talk = await createTalk({ config, log, onStage: tellStage, metrics });
await serve(talk.app, {
  ...{ listen: config.listen, log, drainSeconds: config.drainSeconds },
  async onStop() {
    await metrics?.close();
    await talk.close();
  },
});
