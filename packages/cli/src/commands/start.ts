import { setTimeout as sleep } from 'node:timers/promises';
import { createPlaneAlone, createWebAlone } from '../apart.ts';
import { type Part, planes, type Settings } from '../config.ts';
import { createHouse, type House } from '../house.ts';
import { inPool } from '../operator-database.ts';
import { elapsed, say, sayForNow, warn } from '../say.ts';
import { checkPlaneSettings } from '../settings/planes.ts';
import { askStaffProgram, enrolLink } from '../staff-program.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import { clearHalfFilledTown, fillTown, needsPeople } from '../town.ts';

/** How long (ms) a part that was being opened when the stop came may take to close. */
const PATIENCE = 1500;

/** What `start` runs until it is told to stop. */
interface Running {
  open(signal: AbortSignal): Promise<void>;
  replace(): Promise<void>;
  close(): Promise<void>;
}

/** `teahouse start [members|talk|web]`: the whole town, or a part of it, until it is told to stop. Returns the exit code. */
export async function start(settings: Settings, part: Part): Promise<number> {
  await checkPlaneSettings(settings, part === 'house' ? planes : planes.filter((name) => name === part));
  let failed: Error | undefined;
  let replacing: Promise<void> | undefined;
  const stop = stopSignal(() => {
    if (replacing || stop.signal.aborted) return;
    replacing = replaceAll(running).finally(() => {
      replacing = undefined;
    });
  });
  const giveUp = (error: Error) => {
    failed ??= error;
    stop.abort();
  };
  const running = part === 'house' ? wholeHouse(settings, giveUp) : alone(settings, part, giveUp);
  const opening = running.open(stop.signal).catch((error: Error) => {
    if (!stop.signal.aborted) giveUp(error);
  });
  await aborted(stop.signal);
  const began = performance.now();
  sayForNow('Closing …');
  await running.close();
  await Promise.race([opening, sleep(PATIENCE)]); // what was just being opened closes itself
  if (failed) {
    warn(`Teahouse stopped: ${failed.message}`);
    return 1;
  }
  say(`Closed in ${elapsed(began)}.`);
  return 0;
}

async function replaceAll(running: Running): Promise<void> {
  const began = performance.now();
  await running.replace().then(
    () => say(`New processes serve, after ${elapsed(began)}.`),
    (error: Error) => warn(`! Not all processes were replaced: ${error.message}`),
  );
}

function wholeHouse(settings: Settings, giveUp: (error: Error) => void): Running {
  const house = createHouse(settings, giveUp);
  return {
    open: (signal) => open(settings, house, signal),
    replace: () => house.replacePlanes(),
    close: () => house.close(),
  };
}

function alone(settings: Settings, part: Exclude<Part, 'house'>, giveUp: (error: Error) => void): Running {
  const apart = part === 'web' ? createWebAlone(settings) : createPlaneAlone(settings, part, giveUp);
  return {
    async open(signal) {
      const { at } = await apart.open();
      if (!signal.aborted) say(`${part} is open after ${elapsed()}:  ${at.join(', ')}`);
    },
    replace: () => apart.replace(),
    close: () => apart.close(),
  };
}

/** Opens one part after the other, and none further once a stop was asked for. */
async function open(settings: Settings, house: House, signal: AbortSignal): Promise<void> {
  sayForNow('Starting the two databases …');
  const databases = await house.openDatabases(() => clearHalfFilledTown(settings));
  if (signal.aborted) return;
  const front = await house.openFront();
  if (signal.aborted) return;
  if (await needsPeople(settings, databases.talk)) await fillTown(settings, databases, signal);
  if (signal.aborted) return;
  sayForNow('Opening both wings …');
  await house.openPlanes(databases, front);
  if (signal.aborted) return;
  if (settings.port !== 0 && front.port !== settings.port) {
    say(`Port ${settings.port} is taken by another program; using ${front.port}.`);
  }
  say(`Teahouse is open after ${elapsed()}:  ${front.origin}`);
  if (settings.mode === 'demo') {
    if (!settings.smtpUrl) say(`Its mail arrives at       ${front.origin}/dev/mailbox`);
    const invitation = await inviteFirstStaff(settings, databases.talk.url(), front.origin);
    if (invitation) say(`Keep order at its desk:   ${invitation}`);
    if (settings.demo) say(`Among its members:        ${front.origin}/house as ${demoModerator}`);
    if (settings.demo) say(`Decide on its badges:     ${front.origin}/reviews as ${demoReviewer}`);
    if (settings.demo) say(`Speak for a company:      ${front.origin}/companies as ${demoRepresentative}`);
    if (settings.demo) say(`Run it from its console:  ${front.origin}/console as ${demoOperator}`);
    if (settings.demo) say(`Fill its jobs:            ${front.origin}/hire as ${demoRecruiter}`);
    say('This is a demo: invented people, mail that goes nowhere. Ctrl-C closes it.');
  }
}

/** As the seed makes it. */
const demoModerator = 'moderator@teahouse.example, with the password “a cup of longjing tea”';
const demoOperator = 'operator@teahouse.example, with the password “a cup of longjing tea”';
const demoRecruiter = 'recruiter@teahouse.example, with the password “a cup of longjing tea”';
const demoRepresentative = 'representative@teahouse.example, with the password “a cup of longjing tea”';
const demoReviewer = 'reviewer@teahouse.example, with the password “a cup of longjing tea”';

/** An invitation to the demo's desk, as long as nobody was invited to it; later ones are the operator's to make. */
async function inviteFirstStaff(
  settings: Settings,
  talk: string,
  origin: string,
): Promise<string | undefined> {
  const { rowCount } = await inPool(talk, (pool) => pool.query('SELECT FROM staff LIMIT 1'));
  if (rowCount !== 0) return undefined;
  const { invite } = await askStaffProgram(settings, talk, ['add', 'keeper', 'admin']);
  return enrolLink(origin, invite);
}
