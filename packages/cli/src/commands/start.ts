import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../config.ts';
import { createHouse, type House } from '../house.ts';
import { inPool } from '../operator-database.ts';
import { elapsed, say, sayForNow, warn } from '../say.ts';
import { askStaffProgram, enrolLink } from '../staff-program.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import { clearHalfFilledTown, fillTown, needsPeople } from '../town.ts';

/** How long (ms) a part that was being opened when the stop came may take to close. */
const PATIENCE = 1500;

/** `teahouse start`: the whole town until it is told to stop. Returns the exit code. */
export async function start(settings: Settings): Promise<number> {
  const stop = stopSignal();
  let failed: Error | undefined;
  const giveUp = (error: Error) => {
    failed ??= error;
    stop.abort();
  };
  const house = createHouse(settings, giveUp);
  const opening = open(settings, house, stop.signal).catch((error: Error) => {
    if (!stop.signal.aborted) giveUp(error);
  });
  await aborted(stop.signal);
  const began = performance.now();
  sayForNow('Closing …');
  await house.close();
  await Promise.race([opening, sleep(PATIENCE)]); // what was just being opened closes itself
  if (failed) {
    warn(`Teahouse stopped: ${failed.message}`);
    return 1;
  }
  say(`Closed in ${elapsed(began)}.`);
  return 0;
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
