import { requirePostgres } from '@teahouse/kit/postgres-needs';
import { serve, tellStage } from '@teahouse/kit/serve';
import { createTalk } from './app.ts';
import { readTalkConfig } from './config.ts';

/** The process of the anonymous plane: configured by `TEAHOUSE_*`, says when it is ready, ends on SIGTERM. */
const config = readTalkConfig();
await requirePostgres(config.sessionUrl ?? config.databaseUrl, { durable: config.mode === 'production' });
const talk = await createTalk({ config, onStage: tellStage });
await serve(talk.app, { listen: config.listen, log: talk.log, onStop: () => talk.close() });
