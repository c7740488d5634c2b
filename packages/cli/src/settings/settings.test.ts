import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaneName, readSettings, SettingsError } from '../config.ts';
import { planeEnvironment } from '../plane-env.ts';
import { listSettings } from './list.ts';
import { settingsMarkdown } from './markdown.ts';
import { checkPlaneSettings } from './planes.ts';

const project = path.join(import.meta.dirname, '../../../..');
/** The planes' own programs, from the source. */
const programOf = (plane: PlaneName) => path.join(project, 'packages', plane, 'src/settings.ts');

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tea-settings-'));
  mkdirSync(path.join(root, 'data'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string, mode = 0o600) => {
  const file = path.join(root, name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};

describe('settings', () => {
  it('come from the environment before the file, and from the file before the default', () => {
    write('data/teahouse.conf', 'TEAHOUSE_PORT=5000\nTEAHOUSE_HOST=::1 # all of IPv6\n');
    const settings = readSettings(root, { TEAHOUSE_HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 5000, mode: 'demo' });
    const names = ['TEAHOUSE_HOST', 'TEAHOUSE_PORT', 'TEAHOUSE_MODE'];
    expect(names.map(settings.sourceOf)).toEqual(['environment', 'file', 'default']);
  });

  it('of the file reach the planes as those of the environment do', () => {
    const file = write('own.conf', 'TEAHOUSE_TALK_FLOOR=40\nTEAHOUSE_TALK_SECRETS=/srv/secrets\n');
    const settings = readSettings(root, { TEAHOUSE_CONFIG: file });
    const surroundings = { databaseUrl: '', listen: '', origins: [], issuerUrl: '', smtpUrl: undefined };
    const env = planeEnvironment(settings, 'talk', { ...surroundings, web: undefined, letters: undefined });
    expect(env).toMatchObject({ TEAHOUSE_FLOOR: '40', TEAHOUSE_SECRETS: '/srv/secrets' });
  });

  it('that are wrong are all told at once, with the name that was meant, and never a secret', () => {
    const env = {
      TEAHOUSE_POT: '80',
      TEAHOUSE_PORT: 'eighty',
      TEAHOUSE_TALK_PROCESSES: '0',
      TEAHOUSE_TALK_AT: 'somewhere',
      TEAHOUSE_MEMBERS_DATABASE_URL: 'postgresql://longjing@db',
      TEAHOUSE_MEMBERS_DATABASE_URL_FILE: '/nowhere',
    };
    const read = () => readSettings(root, env);
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/TEAHOUSE_POT is no setting: did you mean TEAHOUSE_PORT\?/);
    expect(read).toThrow(/TEAHOUSE_PORT is "eighty"/);
    expect(read).toThrow(/TEAHOUSE_TALK_PROCESSES must be 1 or more/);
    expect(read).toThrow(/TEAHOUSE_TALK_AT must be a list of host:port/);
    expect(read).toThrow(/TEAHOUSE_MEMBERS_DATABASE_URL_FILE are both set/);
    expect(read).not.toThrow(/longjing/);
  });

  it('that are secret may lie in files of their own', () => {
    const file = write('url', 'postgresql://longjing@db\n');
    const settings = readSettings(root, { TEAHOUSE_TALK_DATABASE_URL_FILE: file });
    expect(settings.databaseUrl.talk).toBe('postgresql://longjing@db');
    expect(settings.sourceOf('TEAHOUSE_TALK_DATABASE_URL')).toBe('environment');
    expect(settings.environment).not.toHaveProperty('TEAHOUSE_TALK_DATABASE_URL_FILE');
  });

  it.each([
    ['TEAHOUSE_SMTP_URL=smtp://longjing@mail', /TEAHOUSE_SMTP_URL.*chmod 600/],
    ['TEAHOUSE_TALK_CLAMAV=x://user:longjing@host', /TEAHOUSE_TALK_CLAMAV.*chmod 600/],
  ])('with a secret among them are refused in a file that others can read: %s', (line, words) => {
    write('data/teahouse.conf', `${line}\n`, 0o640);
    expect(() => readSettings(root, {})).toThrow(words);
    expect(() => readSettings(root, {})).not.toThrow(/longjing/);
    write('data/teahouse.conf', `${line}\n`, 0o600);
    expect(() => readSettings(root, {})).not.toThrow();
  });

  it.each([
    ['PATH=/bin', /begin with TEAHOUSE_/],
    ['TEAHOUSE_DATA=/srv', /can't set TEAHOUSE_DATA/],
    ['TEAHOUSE_CONFIG=/srv/x', /can't name another file/],
  ])('of the file in the data folder can not say %s', (line, words) => {
    write('data/teahouse.conf', `${line}\n`);
    expect(() => readSettings(root, {})).toThrow(words);
  });

  it('ask of a part no more than it needs: talk alone in production has no mail', () => {
    const env = { TEAHOUSE_MODE: 'production' };
    expect(() => readSettings(root, env, 'talk')).not.toThrow();
    expect(() => readSettings(root, env, 'members')).toThrow(/needs TEAHOUSE_SMTP_URL/);
  });

  it('of a plane are judged by that plane, in the words of the operator', async () => {
    const settings = readSettings(root, {
      TEAHOUSE_TALK_FLOR: '3',
      TEAHOUSE_FLOOR: 'many',
      TEAHOUSE_MEMBERS_PAGES_PER_HOUR: '-1',
      TEAHOUSE_TALK_MODE: 'demo',
    });
    const told = await checkPlaneSettings(settings, ['members', 'talk'], programOf).catch(
      (e: Error) => e.message,
    );
    expect(told).toMatch(/TEAHOUSE_TALK_FLOR is no setting: did you mean TEAHOUSE_TALK_FLOOR\?/);
    expect(told).toMatch(/TEAHOUSE_FLOOR is not usable/);
    expect(told).toMatch(/TEAHOUSE_MEMBERS_PAGES_PER_HOUR is not usable/);
    expect(told).toMatch(/TEAHOUSE_TALK_MODE is no setting/);
    await checkPlaneSettings(readSettings(root, { TEAHOUSE_TALK_FLOOR: '40' }), ['talk'], programOf);
  });

  it('are shown with value and source, secrets as set or not', async () => {
    const env = { TEAHOUSE_TALK_FLOOR: '40', TEAHOUSE_SMTP_URL: 'smtp://longjing@mail' };
    const list = await listSettings(readSettings(root, env), programOf);
    const find = (name: string) => list.find(({ variable }) => variable === name);
    expect(find('TEAHOUSE_TALK_FLOOR')).toMatchObject({ value: '40', source: 'environment', default: '30' });
    expect(find('TEAHOUSE_SMTP_URL')).toMatchObject({ value: 'set', secret: true });
    expect(find('TEAHOUSE_TALK_DATABASE_URL')).toMatchObject({ value: 'not set' });
    expect(JSON.stringify(list)).not.toContain('longjing');
    expect(list.filter(({ words }) => words === '').map(({ variable }) => variable)).toEqual([]);
  });

  it('stand in docs/settings.md as they are', async () => {
    const made = settingsMarkdown(await listSettings(readSettings(root, {}), programOf));
    expect(readFileSync(path.join(project, 'docs/settings.md'), 'utf8')).toBe(made);
  });
});
