import path from 'node:path';
import { createClosers } from './closers.ts';
import { type PlaneName, planeFolders, planes, type Settings } from './config.ts';
import { type Database, startDatabase } from './database.ts';
import { type Front, startFront } from './front/server.ts';
import { createTargets, type Targets } from './front/targets.ts';
import { type ListenPlaces, listenPlaces } from './listen-place.ts';
import { claimData } from './lock.ts';
import { type LetterOffice, openLetterOffice } from './mailbox/letters.ts';
import { type Mailbox, startMailbox } from './mailbox/mailbox.ts';
import { keepNote } from './running.ts';
import { warn } from './say.ts';
import type { WebApp } from './web-app.ts';
import { createWing, type Wing } from './wing.ts';

type Databases = Readonly<Record<PlaneName, Database>>;

/** The parts of a running town, opened one after the other and closed the other way round. */
export interface House {
  /** Claims the data folder, does what must be done while nothing runs, and starts both clusters at once. */
  openDatabases(beforehand?: () => void): Promise<Databases>;
  /** The web origin and, in a demo, the post office. Before the planes: talk reads the issuer's documents through it. */
  openFront(): Promise<Front>;
  openPlanes(databases: Databases, front: Front): Promise<void>;
  /** Replaces each process of the planes by a new one, without a request refused. Throws PlaneError. */
  replacePlanes(): Promise<void>;
  /** Closes what is open, in order; later calls wait for the first. */
  close(): Promise<void>;
}

/** `onGivenUp` is called when a part fell too often to be started again. */
export function createHouse(settings: Settings, onGivenUp: (error: Error) => void): House {
  const { kept, close, isClosing } = createClosers();
  let mailbox: Mailbox | undefined;
  let letters: LetterOffice | undefined;
  const web = path.join(settings.root, 'packages/web/dist');
  let webApp: WebApp | undefined;
  const wings = new Map<PlaneName, Wing>();
  const places = new Map<PlaneName, ListenPlaces>();
  const targets = new Map<PlaneName, Targets>();
  const trouble = (words: string) => isClosing() || warn(`! ${words}`);

  const openDatabase = async (name: PlaneName) => {
    const dir = planeFolders(settings, name).database;
    const url = settings.databaseUrl[name];
    const database = await startDatabase({ name, dir, url, onTrouble: trouble, onGivenUp });
    return kept(database, (part) => part.stop());
  };

  /** Where the processes of a plane are to listen: known to the front before they do. */
  const preparePlaces = async (name: PlaneName): Promise<Targets> => {
    const place = await kept(listenPlaces(settings, name), (part) => part.remove());
    const all = Array.from({ length: settings.processes[name] }, (_, index) => place.at(index, 0));
    const list = createTargets(all);
    places.set(name, place);
    targets.set(name, list);
    return list;
  };

  const openWing = async (name: PlaneName, database: Database, front: Front) => {
    const wing = createWing({
      ...{ settings, name, onTrouble: trouble, onGivenUp },
      places: places.get(name) as ListenPlaces,
      front: { targets: targets.get(name) as Targets, endIdle: front.endIdle },
      surroundings: () => ({
        databaseUrl: database.url(),
        origins: front.origins,
        smtpUrl: settings.smtpUrl ?? mailbox?.url,
        issuerUrl: `${front.local}/api/members`,
        web: webApp,
        letters: letters?.environment,
      }),
    });
    wings.set(name, wing);
    await wing.open();
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
      const [members, talk] = [await preparePlaces('members'), await preparePlaces('talk')];
      const first = places.get('members')?.at(0, 0) ?? '';
      if (mailbox && first.includes('/')) {
        const box = path.join(path.dirname(first), 'letters.sock');
        letters = await kept(await openLetterOffice(box), (part) => part.close());
      }
      // As the front does, once: what is logged is what is served. Loaded here, as hashing takes its time to load.
      webApp = (await import('./web-app.ts')).readWebApp(web);
      const front = await startFront({
        host: settings.host,
        port: settings.port,
        mayMove: !settings.fixedPort,
        origins: settings.origins,
        ...{ web, members, talk },
        mail: mailbox && { mailbox, letters },
      });
      await kept(front, (part) => part.close());
      await keepNote(settings, { origin: front.origin, local: front.local }, kept);
      return front;
    },

    async openPlanes(databases, front) {
      // Closed together, not one after the other: each answers what it took.
      await kept(wings, (all) => Promise.all([...all.values()].map((wing) => wing.stop())).then(() => {}));
      await kept(front, (part) => part.drain(settings.drainSeconds));
      const open = (name: PlaneName) => openWing(name, databases[name], front);
      // Talk keeps copies of the issuer's documents. Only when it has none yet must members be there first.
      if (databases.talk.fresh) for (const name of planes) await open(name);
      else await Promise.all(planes.map(open));
    },

    async replacePlanes() {
      for (const wing of wings.values()) if (!isClosing()) await wing.replaceAll();
    },
    close,
  };
}
