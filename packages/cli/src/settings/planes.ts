import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { SettingDescription } from '@teahouse/kit/config';
import { SettingsAnswer } from '@teahouse/kit/settings-answer';
import { describeHouse, type PlaneName, planes, type Settings } from '../config.ts';
import { planeEnvironment } from '../plane-env.ts';
import { SettingsError } from './error.ts';
import { unknownSetting } from './nearest.ts';

/** What the house itself tells a plane, whatever the operator says. */
export const toldByTheHouse: ReadonlySet<string> = new Set(
  ['DATABASE_URL', 'LISTEN', 'MODE', 'WEB_ORIGIN', 'WEB_HASH', 'WEB_FILES', 'DRAIN_SECONDS'].map(
    (name) => `TEAHOUSE_${name}`,
  ),
);

/** What the house tells both planes, or one of them, by a name without the plane's. */
const prefixOf = (plane: PlaneName) => `TEAHOUSE_${plane.toUpperCase()}_`;

/** `TEAHOUSE_FLOOR` of talk as the operator writes it: `TEAHOUSE_TALK_FLOOR`. */
export const operatorName = (plane: PlaneName, variable: string): string =>
  variable.replace(/^TEAHOUSE_/, prefixOf(plane));

/** The program of each plane that knows its settings. */
export const settingsProgram = (root: string, plane: PlaneName): string =>
  path.join(root, 'dist', plane, 'settings.mjs');

/** Asks a plane's own program: this one may know nothing of it. */
export async function askPlane(
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<{ settings: SettingDescription[]; complaints: string[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  const { settings, complaints } = SettingsAnswer.parse(JSON.parse(stdout));
  return { complaints, settings: settings.map((one) => ({ ...one, default: one.default })) };
}

/** What the house fills in later, when it knows: enough to judge the rest by. */
const surroundings = {
  databaseUrl: 'postgresql://localhost/plane',
  listen: '127.0.0.1:0',
  origins: ['http://localhost'],
  issuerUrl: 'http://localhost',
  ...{ smtpUrl: undefined, letters: undefined, web: undefined },
};

/** What is wrong with the settings of one plane, in the names that the operator uses. */
async function complaintsOf(settings: Settings, plane: PlaneName, program: string): Promise<string[]> {
  const { settings: known, complaints } = await askPlane(program, {
    ...planeEnvironment(settings, plane, { ...surroundings, smtpUrl: settings.smtpUrl }),
    PATH: process.env.PATH,
  });
  const prefix = prefixOf(plane);
  const ofOperator = known.filter(({ variable }) => !toldByTheHouse.has(variable));
  const names = new Set([
    ...ofOperator.map(({ variable }) => operatorName(plane, variable)),
    ...ofOperator
      .filter(({ secret }) => secret)
      .map(({ variable }) => `${operatorName(plane, variable)}_FILE`),
    ...describeHouse().map(({ variable }) => variable),
  ]);
  const given = Object.keys(settings.environment).filter((name) => name.startsWith(prefix));
  const unknown = given.filter((name) => !names.has(name));
  const inOperatorsWords = (line: string) => {
    const [variable = '', ...rest] = line.split(' ');
    const own = operatorName(plane, variable);
    return [given.includes(own) || !(variable in settings.environment) ? own : variable, ...rest].join(' ');
  };
  return [...unknown.map((name) => unknownSetting(name, [...names])), ...complaints.map(inOperatorsWords)];
}

/** Something is set that only the planes can judge. */
const isSet = (settings: Settings) =>
  Object.keys(settings.environment).some(
    (name) =>
      /^TEAHOUSE_(?:MEMBERS|TALK)_/.test(name) ||
      ['FLOOR', 'LOG_EVERY', 'WITNESSES', 'ISSUANCE_SCHEDULE', 'SMTP_URL'].includes(name.slice(9)),
  );

/**
 * Lets the planes judge what is theirs, before anything starts. Costs nothing where nothing of theirs is set. Throws
 * SettingsError with all that is wrong with either.
 */
export async function checkPlaneSettings(
  settings: Settings,
  which: readonly PlaneName[] = planes,
  programOf: (plane: PlaneName) => string = (plane) => settingsProgram(settings.root, plane),
): Promise<void> {
  if (!isSet(settings)) return;
  const found = await Promise.all(which.map((plane) => complaintsOf(settings, plane, programOf(plane))));
  const complaints = [...new Set(found.flat())];
  if (complaints.length > 0) throw new SettingsError(complaints);
}
