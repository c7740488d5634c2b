import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { membersLimits, membersPrefix } from '@teahouse/contract/members';
import { createCrowd, joinAmong } from '@teahouse/kit/among';
import { createChallenges } from '@teahouse/kit/challenges';
import type { Clock } from '@teahouse/kit/clock';
import { openPools } from '@teahouse/kit/databases';
import { type Events, startEvents } from '@teahouse/kit/events';
import { createServer, type Server } from '@teahouse/kit/http';
import { type Jobs, startJobs } from '@teahouse/kit/jobs';
import { createLogger, type Logger } from '@teahouse/kit/log';
import type { Metrics } from '@teahouse/kit/metrics';
import { migrate } from '@teahouse/kit/migrate';
import { sealObjects } from '@teahouse/kit/objects/sealed';
import { openObjectStore } from '@teahouse/kit/objects/store';
import { createPasswordHasher } from '@teahouse/kit/password';
import type { Pool } from '@teahouse/kit/pool';
import { openSecrets } from '@teahouse/kit/secrets';
import { parseListen } from '@teahouse/kit/serve';
import { createSse } from '@teahouse/kit/sse';
import { readNetworks } from '@teahouse/kit/trusted-front';
import { createBbs, dayOf, epochOf, type Rng } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { shareEndings } from './accounts/endings.ts';
import { createPresence } from './accounts/presence.ts';
import { answerCalls } from './answer-calls.ts';
import { createBackground, createTrigger } from './background.ts';
import { openBadgeKeys } from './badges/keys.ts';
import { createBadgeSweep } from './badges/service.ts';
import { openBrakes } from './brakes.ts';
import { MembersConfig, type MembersConfigInput } from './config.ts';
import { createLiveSettings } from './console/live-settings.ts';
import { createOutcomes } from './console/outcomes.ts';
import { type Context, systemRng } from './context.ts';
import { dayAfter } from './days.ts';
import { scheduleSweep, spreadAll, sweepFeeds } from './feed/spread.ts';
import { createGuard } from './guard.ts';
import { instanceName } from './instance.ts';
import { type BatchResult, runBatch } from './issuer/batch.ts';
import { openIssuerKeys } from './issuer/key.ts';
import { openIssuerLog } from './issuer/log.ts';
import { scheduleBatches } from './issuer/schedule.ts';
import { lastIssued } from './issuer/store.ts';
import { tellAlerts } from './jobs/alerts.ts';
import { createFileSweep } from './jobs/application-service.ts';
import { findKept } from './jobs/application-store.ts';
import { openFiles } from './jobs/files.ts';
import { closeJobs } from './jobs/job-service.ts';
import { createCheckPdf } from './jobs/pdf.ts';
import { openKeys } from './keys.ts';
import { createResolve } from './letters/resolver.ts';
import { type LetterBox, openLetterBox } from './letters/smtp.ts';
import { createLinkFetcher, type LinkFetcherOptions } from './links/fetch.ts';
import { createLinkPreviews } from './links/preview.ts';
import { createMailer } from './mail/mailer.ts';
import { tellExpiring } from './notices/expiring.ts';
import { startNoticeStreams } from './notices/live.ts';
import { createPictureEncoder } from './pictures/encoder.ts';
import { createPictureMover } from './pictures/objects.ts';
import { sweepKeys } from './representatives/keys.ts';
import { sweepRoles } from './representatives/lapse.ts';
import { indexMissing, indexStale } from './search/index.ts';
import { sweep } from './sweep.ts';

export type { BatchResult } from './issuer/batch.ts';

export interface MembersDeps {
  config: MembersConfigInput;
  clock: Clock;
  /** Order of batches and the issuer's key; of the operating system where it is not given. */
  rng?: Rng;
  log?: Logger;
  /** How pages that members link to are found; only tests say otherwise than the config. */
  links?: LinkFetcherOptions;
  /** Told how far putting it together has come. */
  onStage?: (stage: string) => void;
  /** Numbers for the operator, where they are wanted. */
  metrics?: Metrics | undefined;
}

export interface Members {
  app: Server;
  /** Listens where the config says, with jobs and sweeps, and tells the address. */
  listen(): Promise<string>;
  /** Starts jobs and sweeps alone, for a caller that listens by itself. */
  startJobs(): Promise<void>;
  /** Takes letters where the config says, as `startJobs` does, and tells the address; undefined where it takes none. */
  openLetterBox(): Promise<string | undefined>;
  /** Ends all in order. May be called twice. */
  close(): Promise<void>;
  /** A batch of the epoch of `now` (of the clock's, where it is not given). */
  runBatch(i?: { now?: Date }): Promise<BatchResult>;
  /** Resolves when no mail is on its way and no batch asked for by a request is running. */
  idle(): Promise<void>;
  /** What the plane's own tests and the seed look into. */
  context: Context;
}

/** The SQL files, for tests that want a database of their own. */
export const migrationsFolder: string = fileURLToPath(new URL('../migrations', import.meta.url));

/** Puts the named plane together: migrates its database and opens its keys, but neither listens nor starts jobs. */
export async function createMembers(deps: MembersDeps): Promise<Members> {
  const config = MembersConfig.parse(deps.config);
  const log =
    deps.log ??
    createLogger({ name: 'members', ...(config.logFile === undefined ? {} : { file: config.logFile }) });
  const pools = openPools(config, { name: 'members', planOnce: true });
  const { pool, session } = pools;
  const events = await startEvents({ url: pools.sessionUrl, log });
  const app = await openServer({ config, log, pool, metrics: deps.metrics });
  deps.metrics?.watchPool(pool);
  const ctx = await createContext({ ...deps, config, log, pool, session, app, events });
  await answerCalls(app, ctx);
  let jobs: Promise<Jobs> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;

  let letterBox: Promise<LetterBox> | undefined;
  const [badges, files] = [createBadgeSweep(ctx), createFileSweep(ctx)];
  const movePictures = createPictureMover(pool, ctx.objects);
  const sweepSealed = async (now: Date) => {
    await badges(now);
    await files();
  };

  async function openLetters(): Promise<string | undefined> {
    if (config.letterListen === undefined) return undefined;
    letterBox ??= openLetterBox(ctx, config.letterListen);
    return (await letterBox).address;
  }

  async function start(): Promise<void> {
    await openLetters();
    jobs ??= startJobs({ url: pools.sessionUrl, log });
    const { watch } = ctx.outcomes;
    await scheduleBatches(await jobs, (name) => watch(name, () => runBatch(ctx, ctx.clock.now())));
    await scheduleSweep(await jobs, () =>
      watch('feed-sweep', async () => {
        const now = ctx.clock.now();
        await sweepFeeds(pool, dayAfter(now, -membersLimits.feedDays));
        await tellExpiring(pool, now);
        await tellAlerts(pool, now);
        await movePictures(dayAfter(now, -1));
        await ctx.files.carry(dayAfter(now, 0), (names) => findKept(pool, [...names]));
      }),
    );
    const index = createIndexing(ctx, () => closing !== undefined);
    timer ??= setInterval(() => {
      ctx.background.run('tick', () => tick(ctx, sweepSealed));
      index();
    }, tickMilliseconds).unref();
    // Not waited for: upkeep of a large house takes its time, and nobody should find its door shut meanwhile.
    ctx.background.run('tick', () => tick(ctx, sweepSealed));
    index();
  }

  async function end(): Promise<void> {
    clearInterval(timer);
    await app.close();
    await letterBox?.then((box) => box.close());
    ctx.mailer.close();
    await ctx.pictures.close();
    await events.close();
    await jobs?.then((running) => running.stop());
    await ctx.background.idle();
    await ctx.book.close();
    await pools.end();
  }

  return {
    app,
    context: ctx,
    startJobs: start,
    openLetterBox: openLetters,
    async listen() {
      const address = await app.listen(parseListen(config.listen));
      await start();
      return address;
    },
    close: () => (closing ??= end()),
    runBatch: ({ now = ctx.clock.now() } = {}) => runBatch(ctx, now),
    idle: () => ctx.background.idle(),
  };
}

type Basis = Omit<MembersDeps, 'config' | 'log'> & {
  config: MembersConfig;
  log: Logger;
  pool: Pool;
  session: Pool;
  app: Server;
  events: Events;
};

async function createContext(basis: Basis): Promise<Context> {
  const { config, log, pool, session, clock, app, events, rng = systemRng } = basis;
  await migrate(session, migrationsFolder, basis.onStage);
  basis.onStage?.('keys');
  const secrets = openSecrets(config.secrets);
  const bbs = createBbs(await loadMclBackend());
  const keys = openKeys(secrets);
  const outcomes = createOutcomes(pool, () => dayOf(clock.now()), basis.metrics?.ran);
  const background = createBackground(log, outcomes.watch);
  const settings = createLiveSettings(config, pool);
  await settings.reload();
  const among = await joinAmong({ db: pool, events, channel: 'members_among' });
  among.hear('settings', () => background.run('settings', () => settings.reload()));
  const presence = createPresence();
  const crowd = createCrowd(pool);
  await crowd.count();
  const issuerKeys = openIssuerKeys(secrets, bbs, rng);
  const instance = await instanceName(pool, config.instance);
  const book = await openIssuerLog({ pool, config, secrets, instance, log });
  const pictures = createPictureEncoder();
  const fetcher = createLinkFetcher(basis.links);
  const store = openObjectStore(config);
  const batch = { pool, session, rng, log, bbs, issuerKeys, book };
  const sse = createSse(app);
  basis.metrics?.gauge('teahouse_live_clients', 'Open streams of events', () => sse.clients);
  return {
    ...{
      config,
      pool,
      session,
      clock,
      rng,
      log,
      keys,
      background,
      bbs,
      issuerKeys,
      instance,
      book,
      settings,
      outcomes,
    },
    passwords: await createPasswordHasher(config.passwordCost, keys.password),
    mailer: createMailer({ url: config.smtpUrl, from: config.mailFrom, background, log }),
    guard: createGuard({ keys, among }),
    badgeKeys: openBadgeKeys(secrets),
    files: openFiles(config.files ?? join(config.secrets, 'files'), secrets, store),
    objects: store && sealObjects(store),
    checkPdf: createCheckPdf(),
    resolve: createResolve(config.letterDns),
    ...{ presence, among, crowd },
    endings: await shareEndings(presence, among),
    challenges: createChallenges({
      mac: (owner, body) => keys.mac('challenge', owner, Buffer.from(body).toString('base64url')),
      clock,
    }),
    pictures,
    links: createLinkPreviews({
      ...{ pool, pictures },
      fetcher: () => (settings.get('linkPreviews') === 'on' ? fetcher : undefined),
    }),
    streams: await startNoticeStreams({ events, sse }),
    brakes: openBrakes(
      {
        searches: () => settings.get('searchesPerHour'),
        pages: () => settings.get('pagesPerHour'),
        visits: () => settings.get('visitsPerHour'),
      },
      crowd.size,
    ),
    requestBatch: createTrigger(background, 'batch', () => runBatch(batch, clock.now())),
    requestSpread: createTrigger(background, 'spread', () => spreadAll(pool)),
  };
}

function openServer({
  config,
  log,
  pool,
  metrics,
}: Pick<Basis, 'config' | 'log' | 'pool' | 'metrics'>): Promise<Server> {
  return createServer({
    prefix: membersPrefix,
    title: 'Teahouse members',
    log: log,
    webOrigins: config.webOrigin,
    credentials: true,
    trustProxy: readNetworks(config.proxies) ?? true,
    health: () => pool.query('SELECT 1'),
    ...(metrics && { onAnswered: metrics.answered }),
  });
}

const tickMilliseconds = 60_000;

/** Makes findable what is not, once for a process: where that breaks off it goes on with the next tick. */
function createIndexing(ctx: Context, isOver: () => boolean): () => void {
  let done = false;
  return createTrigger(ctx.background, 'index', async () => {
    if (!done) await indexMissing(ctx.pool, dayOf(ctx.clock.now()), isOver);
    done = true;
  });
}

/**
 * Every minute: what has expired goes, and a new epoch gets its first batch even where the job's hour was
 * slept through. A new installation waits for the job instead, as the first batch freezes the epoch's counts.
 * `immediate` makes up for a batch that failed.
 */
async function tick(ctx: Context, sweepSealed: (now: Date) => Promise<void>): Promise<void> {
  const now = ctx.clock.now();
  ctx.presence.sweep(dayOf(now));
  await ctx.settings.reload(); // another process may have changed one, and was not heard
  await ctx.crowd.count();
  await sweep(ctx.pool, now, dayOf(now));
  await indexStale(ctx.pool, dayOf(now));
  await closeJobs(ctx.pool, dayOf(now));
  await sweepSealed(now);
  await sweepRoles(ctx, dayOf(now));
  await sweepKeys(ctx);
  const last = await lastIssued(ctx.pool);
  const late = last !== undefined && last < epochOf(now);
  if (late || ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
  // What a process that ended left behind.
  ctx.requestSpread();
}
