import path from 'node:path';
import { createClosers } from './closers.ts';
import { type PlaneName, planeFolders, type Settings, SettingsError } from './config.ts';
import { startDatabase } from './database.ts';
import { startFront } from './front/server.ts';
import { createTargets } from './front/targets.ts';
import { listenPlaces } from './listen-place.ts';
import { claimPlane } from './lock.ts';
import { keepNote } from './running.ts';
import { warn } from './say.ts';
import type { WebApp } from './web-app.ts';
import { createWing } from './wing.ts';

/** A part of the town that stands by itself: the processes of one plane, or the web origin. */
export interface Apart {
  open(): Promise<{ readonly at: readonly string[] }>;
  /** Replaces the processes one after the other. Throws PlaneError. */
  replace(): Promise<void>;
  close(): Promise<void>;
}

/** Where a plane alone listens, where nothing is said. */
const ownPort: Readonly<Record<PlaneName, string>> = { members: '127.0.0.1:4381', talk: '127.0.0.1:4481' };

/** What a plane alone can't find out by itself. Throws SettingsError with all of it. */
function demand(settings: Settings, name: PlaneName): void {
  const complaints: string[] = [];
  if (settings.origins.length === 0)
    complaints.push('TEAHOUSE_WEB_ORIGIN is missing: a plane alone must be told the address of the site');
  if (name === 'members' && !settings.smtpUrl)
    complaints.push('TEAHOUSE_SMTP_URL is missing: members alone has no mailbox of a demo');
  if (name === 'talk' && !settings.environment.TEAHOUSE_TALK_ISSUER_URL)
    complaints.push(
      'TEAHOUSE_TALK_ISSUER_URL is missing: talk alone must be told where members is, such as https://tea.example/api/members',
    );
  if (complaints.length > 0) throw new SettingsError(complaints);
}

/** `teahouse start members|talk`: one plane with its database, if that is an embedded one, behind a proxy of the operator's. */
export function createPlaneAlone(
  settings: Settings,
  name: PlaneName,
  onGivenUp: (error: Error) => void,
): Apart {
  demand(settings, name);
  const { kept, close, isClosing } = createClosers();
  const trouble = (words: string) => isClosing() || warn(`! ${words}`);
  const places = listenPlaces(settings, name, ownPort[name]);
  let url = '';
  let web: WebApp | undefined;
  const wing = createWing({
    ...{ settings, name, places, onTrouble: trouble, onGivenUp },
    surroundings: () => ({
      databaseUrl: url,
      origins: settings.origins,
      smtpUrl: settings.smtpUrl,
      issuerUrl: settings.environment.TEAHOUSE_TALK_ISSUER_URL ?? '',
      drainSeconds: settings.drainSeconds,
      ...{ web, letters: undefined },
    }),
  });
  return {
    async open() {
      await kept(claimPlane(settings.data, name), (release) => release());
      const dir = planeFolders(settings, name).database;
      const own = settings.databaseUrl[name];
      const database = await startDatabase({ name, dir, url: own, onTrouble: trouble, onGivenUp });
      await kept(database, (part) => part.stop());
      url = database.url();
      // What the log says of the app is the app of this program: the web origin elsewhere serves the same one.
      const folder = path.join(settings.root, 'packages/web/dist');
      if (name === 'talk') web = (await import('./web-app.ts')).readWebApp(folder);
      await kept(wing, (part) => part.stop());
      await wing.open();
      await keepNote(settings, {}, kept, name);
      return { at: Array.from({ length: settings.processes[name] }, (_, index) => places.at(index, 0)) };
    },
    replace: () => wing.replaceAll(),
    close,
  };
}

/** `teahouse start web`: the app, its pages for those who show links, and both APIs handed on to planes elsewhere. */
export function createWebAlone(settings: Settings): Apart {
  const missing = (['members', 'talk'] as const).filter((name) => settings.at[name].length === 0);
  if (missing.length > 0) {
    throw new SettingsError(
      missing.map((name) => `TEAHOUSE_${name.toUpperCase()}_AT is missing: where ${name} listens, host:port`),
    );
  }
  const { kept, close } = createClosers();
  return {
    async open() {
      const front = await startFront({
        host: settings.host,
        port: settings.port,
        mayMove: !settings.fixedPort,
        origins: settings.origins,
        web: path.join(settings.root, 'packages/web/dist'),
        members: createTargets(settings.at.members),
        talk: createTargets(settings.at.talk),
        mail: undefined,
      });
      await kept(front, (part) => part.close());
      await kept(front, (part) => part.drain(settings.drainSeconds));
      await keepNote(settings, { origin: front.origin, local: front.local }, kept, 'web');
      return { at: [front.origin] };
    },
    replace: async () => {}, // nothing but this very process
    close,
  };
}
