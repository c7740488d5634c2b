import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlaneName, planeFolders, planes, type Settings } from './config.ts';
import { type Database, startDatabase } from './database.ts';
import { type Front, startFront } from './front/server.ts';
import { claimData } from './lock.ts';
import { type LetterOffice, openLetterOffice } from './mailbox/letters.ts';
import { type Mailbox, startMailbox } from './mailbox/mailbox.ts';
import { type Plane, type PlaneOptions, startPlane } from './plane.ts';
import { planeEnvironment } from './plane-env.ts';
import { warn } from './say.ts';
import type { WebApp } from './web-app.ts';

type Databases = Readonly<Record<PlaneName, Database>>;

/** The parts of a running town, opened one after the other and closed the other way round. */
export interface House {
  /** Claims the data folder, does what must be done while nothing runs, and starts both clusters at once. */
  openDatabases(beforehand?: () => void): Promise<Databases>;
  /** The web origin and, in a demo, the post office. Before the planes: talk reads the issuer's documents through it. */
  openFront(): Promise<Front>;
  openPlanes(databases: Databases, front: Front): Promise<Plane[]>;
  /** Closes what is open, in order; later calls wait for the first. */
  close(): Promise<void>;
}

/** `onGivenUp` is called when a part fell too often to be started again. */
export function createHouse(settings: Settings, onGivenUp: (error: Error) => void): House {
  const closers: (() => Promise<void> | void)[] = [];
  let closing: Promise<void> | undefined;
  let mailbox: Mailbox | undefined;
  let letters: LetterOffice | undefined;
  const listen: Record<PlaneName, string> = { members: '', talk: '' };
  const web = path.join(settings.root, 'packages/web/dist');
  let webApp: WebApp | undefined;
  const trouble = (words: string) => closing ?? warn(`! ${words}`);

  /** Keeps what was opened for closing; when closing has begun already, closes it at once. */
  const kept = async <T>(opened: T, close: (part: T) => Promise<void> | void): Promise<T> => {
    if (closing) await close(opened);
    else closers.push(() => close(opened));
    return opened;
  };

  const openDatabase = async (name: PlaneName) => {
    const dir = planeFolders(settings, name).database;
    const url = settings.databaseUrl[name];
    const database = await startDatabase({ name, dir, url, onTrouble: trouble, onGivenUp });
    return kept(database, (part) => part.stop());
  };

  const planeOptions = (name: PlaneName, database: Database, front: Front): PlaneOptions => {
    const dist = path.join(settings.root, 'dist');
    const surroundings = () => ({
      databaseUrl: database.url(),
      listen: listen[name],
      origins: front.origins,
      smtpUrl: settings.smtpUrl ?? mailbox?.url,
      issuerUrl: `${front.local}/api/members`,
      web: webApp,
      letters: letters?.environment,
    });
    return {
      name,
      main: path.join(dist, name, 'main.mjs'),
      lifeline: path.join(dist, 'cli/lifeline.mjs'),
      environment: () => planeEnvironment(settings, name, surroundings()),
      log: planeFolders(settings, name).log,
      socket: listen[name].includes('/') ? listen[name] : undefined,
      onTrouble: trouble,
      onGivenUp,
    };
  };

  return {
    async openDatabases(beforehand) {
      await kept(claimData(settings.data), (release) => release());
      beforehand?.();
      const both = await Promise.allSettled(planes.map(openDatabase));
      for (const one of both) if (one.status === 'rejected') throw one.reason;
      const [members, talk] = both.map((one) => (one as PromiseFulfilledResult<Database>).value);
      return { members, talk } as Databases;
    },

    async openFront() {
      if (settings.mode === 'demo' && !settings.smtpUrl) {
        mailbox = await kept(await startMailbox(path.join(settings.data, 'dev-mailbox.json')), (part) =>
          part.close(),
        );
      }
      for (const name of planes) {
        const place = listenPlace(settings, name);
        listen[name] = place.listen;
        await kept(place, (part) => part.remove());
      }
      if (mailbox && listen.members.includes('/')) {
        const box = path.join(path.dirname(listen.members), 'letters.sock');
        letters = await kept(await openLetterOffice(box), (part) => part.close());
      }
      // As the front does, once: what is logged is what is served. Loaded here, as hashing takes its time to load.
      webApp = (await import('./web-app.ts')).readWebApp(web);
      const front = await startFront({
        host: settings.host,
        port: settings.port,
        mayMove: !settings.fixedPort,
        origins: settings.origins,
        web,
        members: listen.members,
        talk: listen.talk,
        mail: mailbox && { mailbox, letters },
      });
      await kept(front, (part) => part.close());
      const note = path.join(settings.data, 'running.json');
      writeFileSync(note, JSON.stringify({ pid: process.pid, origin: front.origin, local: front.local }));
      await kept(note, (file) => rmSync(file, { force: true }));
      return front;
    },

    async openPlanes(databases, front) {
      const opened: Plane[] = [];
      // Closed together, not one after the other: each may take its two seconds.
      await kept(opened, (all) => Promise.all(all.map((plane) => plane.stop())).then(() => {}));
      const openPlane = async (name: PlaneName) => {
        const plane = await startPlane(planeOptions(name, databases[name], front));
        if (closing) await plane.stop();
        else opened.push(plane);
      };
      // Talk keeps copies of the issuer's documents. Only when it has none yet must members be there first.
      if (databases.talk.fresh) for (const name of planes) await openPlane(name);
      else await Promise.all(planes.map(openPlane));
      return opened;
    },

    close() {
      closing ??= (async () => {
        for (const close of closers.splice(0).reverse()) await close();
      })();
      return closing;
    },
  };
}

/** A socket's path has at most 103 bytes on macOS and 107 on Linux, so a deep data folder needs a short one in /tmp. */
const LONGEST_SOCKET = 100;

/**
 * Where a plane listens: a Unix socket in its own folder, which nobody but this user can open, and which can't be
 * called around the front. `TEAHOUSE_<PLANE>_LISTEN=host:port` opens a port instead, for API origins of their own.
 */
function listenPlace(settings: Settings, plane: PlaneName): { listen: string; remove(): void } {
  const asked = settings.environment[`TEAHOUSE_${plane.toUpperCase()}_LISTEN`];
  if (asked) return { listen: asked, remove: () => {} };
  const near = path.join(planeFolders(settings, plane).home, 'run');
  if (Buffer.byteLength(path.join(near, 'plane.sock')) <= LONGEST_SOCKET) {
    mkdirSync(near, { recursive: true, mode: 0o700 });
    return {
      listen: path.join(near, 'plane.sock'),
      remove: () => rmSync(near, { recursive: true, force: true }),
    };
  }
  const short = mkdtempSync(path.join(tmpdir(), 'tea-'));
  return {
    listen: path.join(short, 'plane.sock'),
    remove: () => rmSync(short, { recursive: true, force: true }),
  };
}
