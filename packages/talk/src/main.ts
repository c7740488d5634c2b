import { serve, tellStage } from '@teahouse/kit/serve';
import { createTalk } from './app.ts';
import { readTalkConfig } from './config.ts';

/** The process of the anonymous plane: configured by `TEAHOUSE_*`, says when it is ready, ends on SIGTERM. */
const talk = await createTalk({ config: readTalkConfig(), onStage: tellStage });
await serve(talk.app, { listen: talk.config.listen, log: talk.log, onStop: () => talk.close() });
