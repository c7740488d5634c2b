import { fileURLToPath } from 'node:url';
import { deskPrefix } from '@teahouse/contract/desk/paths';
import { talkPaths, talkPrefix, talkRoutes } from '@teahouse/contract/talk';
import { createEye, createScanner, type EyeOptions, readScannerAddress } from '@teahouse/eye';
import { joinAmong } from '@teahouse/kit/among';
import { type Clock, systemClock } from '@teahouse/kit/clock';
import { openPools } from '@teahouse/kit/databases';
import { startEvents } from '@teahouse/kit/events';
import { createServer, implement, type Server } from '@teahouse/kit/http';
import { createLogger, type Logger } from '@teahouse/kit/log';
import { serveLog } from '@teahouse/kit/log-routes';
import type { Metrics } from '@teahouse/kit/metrics';
import { migrate } from '@teahouse/kit/migrate';
import { sealObjects } from '@teahouse/kit/objects/sealed';
import { openObjectStore } from '@teahouse/kit/objects/store';
import { openReads } from '@teahouse/kit/reads';
import { openSecrets } from '@teahouse/kit/secrets';
import { parseListen } from '@teahouse/kit/serve';
import { createSse } from '@teahouse/kit/sse';
import { actHandlers } from './acts/routes.ts';
import { bulkHandlers } from './bulk/routes.ts';
import { completeConfig, type TalkConfig, type TalkSettings } from './config.ts';
import type { TalkContext } from './context.ts';
import { serveDesk } from './desk/serve.ts';
import { distribute } from './distribution/distribute.ts';
import { logActs } from './log/acts.ts';
import { createTalkLog } from './log/service.ts';
import { refuseIdentity } from './no-identity.ts';
import { officialHandlers } from './official/routes.ts';
import { followBanned } from './order/known.ts';
import { createLooker } from './order/looker.ts';
import { orderHandlers } from './order/routes.ts';
import { createPictureChecker } from './pictures/checker.ts';
import { pictureHandlers } from './pictures/routes.ts';
import { proofHandlers } from './proof/routes.ts';
import { createPublicCache } from './public-cache.ts';
import { createRoomKeys } from './rooms/key.ts';
import { roomHandlers } from './rooms/routes.ts';
import { createRoomBook } from './rooms/service.ts';
import { searchHandlers } from './search/routes.ts';
import { serveCards, shareHandlers } from './share/routes.ts';
import { fillPieces } from './threads/backfill.ts';
import { startLive } from './threads/live.ts';
import { threadHandlers } from './threads/routes.ts';
import { createTokenKeys } from './tokens/keys.ts';
import { tokenHandlers } from './tokens/routes.ts';
import { startUpkeep } from './upkeep.ts';
import { createVerifier } from './verify/verifier.ts';
import { voteHandlers } from './votes/routes.ts';
import { windowHandlers } from './window/routes.ts';
import { openWindow } from './window/service.ts';

/** Where the tables of this plane are described. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

export interface Talk {
  readonly app: Server;
  readonly config: TalkConfig;
  readonly log: Logger;
  /** Listens at `config.listen`; returns what can be called, such as `http://127.0.0.1:4382`. */
  listen(): Promise<string>;
  /** Ends everything in order; may be called twice. */
  close(): Promise<void>;
  /** Fetches the issuer's documents now; false when the last good copy stays. */
  refreshWindow(): Promise<boolean>;
  /** Does now what is otherwise done once a minute, such as logging acts and signing refunds: for whoever owns the clock. */
  upkeep(): Promise<void>;
  /** Puts all acts that were accepted into the log now, however long it is to the next entry. */
  logActs(): Promise<void>;
}

export interface TalkDependencies {
  readonly config: TalkSettings;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** How pictures are looked at, where a test says so. */
  readonly eye?: Pick<EyeOptions, 'start' | 'patience' | 'inHand'>;
  /** Told how far putting it together has come. */
  readonly onStage?: (stage: string) => void;
  /** Numbers for the operator, where they are wanted. */
  readonly metrics?: Metrics | undefined;
}

/** What talk says of itself, with times no finer than what it stores. */
export const createTalkLogger = (): Logger => createLogger({ name: 'talk', coarseMs: 300_000 });

/** Puts the anonymous plane together and migrates its database. Does not listen, and does not wait for the issuer. */
export async function createTalk(deps: TalkDependencies): Promise<Talk> {
  const config = completeConfig(deps.config);
  const clock = deps.clock ?? systemClock;
  const log = deps.log ?? createTalkLogger();
  const secrets = openSecrets(config.secrets);
  const pools = openPools(config, { name: 'talk' });
  const { pool } = pools;
  await migrate(pools.session, migrationsFolder, deps.onStage);
  const distributed = await distribute(pools.session, deps.onStage);
  deps.onStage?.('pieces');
  await fillPieces(pool);
  deps.onStage?.('server');

  const app = await createServer({
    prefix: talkPrefix,
    title: 'Teahouse talk',
    log,
    webOrigins: config.webOrigin.split(',').filter((origin) => origin !== ''),
    credentials: deskPrefix,
    health: () => pool.query('SELECT'),
    ...(deps.metrics && { onAnswered: deps.metrics.answered }),
  });
  refuseIdentity(app);
  const events = await startEvents({ url: pools.sessionUrl, log });
  const among = await joinAmong({ db: pool, events, channel: 'talk_among' });
  const reads = openReads({ primary: pool, replicaUrl: config.replicaUrl, name: 'talk-reads', log });
  const cache = createPublicCache(reads.touched);
  const sse = createSse(app, { maxClients: config.liveClients });
  const live = await startLive({
    ...{ pool, events, cache, sse },
    log,
    clock,
  });
  const rooms = createRoomBook(pool, config.floor);
  const roomKeys = createRoomKeys({ secrets, clock });
  await rooms.sync(undefined);
  const known = await followBanned({ pool, events, log });
  const talkLog = createTalkLog({ config, pool, secrets, log });
  async function release(): Promise<void> {
    known.close();
    await events.close();
    await talkLog.close();
    await reads.close();
    await pools.end();
    log.close();
  }
  const window = await openWindow({
    ...{ issuerUrl: config.issuerUrl, issuerLog: config.issuerLog, pool, log },
    async onChange(view) {
      await talkLog.open(view.instance);
      await rooms.sync(view);
      cache.drop(null);
    },
  }).catch(async (error: unknown) => {
    await app.close();
    await release();
    throw error;
  });
  const tokenKeys = createTokenKeys({ secrets, pool, clock, talkLog });
  const pictures = createPictureChecker({
    workers: config.pictureWorkers,
    queue: config.pictureQueue,
    log,
  });
  const store = openObjectStore(config);
  const objects = store && sealObjects(store);
  const verifier = createVerifier({ workers: config.verifyWorkers, queue: config.verifyQueue, log });
  const looker = createLooker({ queue: config.lookQueue, log });
  const eye = createEye({
    known,
    scanner: config.clamav === undefined ? undefined : createScanner(readScannerAddress(config.clamav)),
    report: (event, error) => log.error(event, error),
    ...deps.eye,
  });
  deps.metrics?.watchPool(pool);
  deps.metrics?.gauge('teahouse_live_clients', 'Open streams of events', () => sse.clients);
  deps.metrics?.gauge('teahouse_proofs_waiting', 'Proofs that wait to be checked', () => verifier.waiting());
  const ctx: TalkContext = {
    config,
    clock,
    log,
    pool,
    distributed,
    reads,
    window,
    talkLog,
    rooms,
    roomKeys,
    cache,
    tokenKeys,
    verifier,
    pictures,
    objects,
    looker,
    eye,
    live,
  };

  implement(app, talkPrefix, talkPaths, talkRoutes, {
    ...roomHandlers(ctx),
    ...threadHandlers(ctx),
    ...actHandlers(ctx),
    ...tokenHandlers(ctx),
    ...windowHandlers(ctx),
    ...bulkHandlers(ctx),
    ...proofHandlers(ctx),
    ...voteHandlers(ctx),
    ...pictureHandlers(ctx),
    ...searchHandlers(ctx),
    ...shareHandlers(ctx),
    ...orderHandlers(ctx),
    ...officialHandlers(ctx),
  });
  await serveDesk(app, ctx, { secrets, among });
  serveCards(app, ctx);
  serveLog(
    app,
    `${talkPrefix}/log`,
    async (path) => talkLog.peek()?.read(path),
    (note) => talkLog.book().takeWitnessed(note),
  );
  serveLog(app, `${talkPrefix}/issuer/log`, window.mirror.read);

  const upkeep = startUpkeep(ctx);
  async function stop(): Promise<void> {
    upkeep.stop();
    await verifier.close();
    await pictures.close();
    await looker.close();
    await eye.close();
    await release();
  }
  let closing: Promise<void> | undefined;
  return {
    app,
    config,
    log,
    listen: () => app.listen(parseListen(config.listen)),
    close() {
      closing ??= app.close().then(stop);
      return closing;
    },
    refreshWindow: () => window.refresh(),
    upkeep: () => upkeep.run(),
    logActs: () => logActs(ctx, { now: true }),
  };
}
