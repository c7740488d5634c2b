import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './config.ts';
import { planeEnvironment } from './plane-env.ts';

describe('the settings', () => {
  it('make a demo on port 4380 when nothing is said', () => {
    expect(readSettings('/town', {})).toMatchObject({
      mode: 'demo',
      demo: true,
      port: 4380,
      data: '/town/data',
    });
  });

  it.each([
    [{ TEAHOUSE_PORT: 'eighty' }, /TEAHOUSE_PORT is "eighty"/],
    [{ TEAHOUSE_MODE: 'prod' }, /demo, production/],
    [{ TEAHOUSE_DEMO: 'yes' }, /on, off/],
    [{ TEAHOUSE_MODE: 'production' }, /needs TEAHOUSE_SMTP_URL/],
    [{ TEAHOUSE_MODE: 'production', TEAHOUSE_DEMO: 'on', TEAHOUSE_SMTP_URL: 'smtp://x' }, /invented people/],
  ])('say what is wrong with %j', (env, words) => {
    expect(() => readSettings('/town', env)).toThrow(SettingsError);
    expect(() => readSettings('/town', env)).toThrow(words);
  });
});

/** What a plane is told where a test looks at something else. */
const nothing = {
  ...{ databaseUrl: '', listen: '', smtpUrl: undefined, issuerUrl: '', web: undefined, letters: undefined },
};

describe('the environment of a plane', () => {
  const settings = readSettings('/town', {
    PATH: '/bin',
    HOME: '/home/operator',
    SSH_CLIENT: '203.0.113.9',
    TEAHOUSE_MEMBERS_DATABASE_URL: 'postgresql://members-word@db',
    TEAHOUSE_TALK_DATABASE_URL: 'postgresql://talk-word@db',
    TEAHOUSE_SMTP_URL: 'smtp://mail-word@mail',
    TEAHOUSE_TALK_POOL: '7',
    TEAHOUSE_FLOOR: '12',
    TEAHOUSE_WITNESSES: 'hill+1+k',
    TEAHOUSE_MEMBERS_WITNESSES: 'lake+2+k',
  });
  const environment = (plane: 'members' | 'talk') =>
    planeEnvironment(settings, plane, {
      databaseUrl: settings.databaseUrl[plane] ?? '',
      listen: `/run/${plane}`,
      origins: ['http://localhost:4380', 'http://127.0.0.1:4380'],
      smtpUrl: settings.smtpUrl,
      issuerUrl: 'http://127.0.0.1:4380/api/members',
      web: { hash: 'A'.repeat(43), files: 61 },
      letters: { TEAHOUSE_LETTER_LISTEN: '/run/letters.sock' },
    });

  it('has one database, one secrets folder, and nothing of the other plane', () => {
    expect(environment('talk')).toMatchObject({
      TEAHOUSE_DATABASE_URL: 'postgresql://talk-word@db',
      TEAHOUSE_SECRETS: '/town/data/talk/secrets',
      TEAHOUSE_POOL: '7',
      TEAHOUSE_FLOOR: '12',
      TEAHOUSE_ISSUER_URL: 'http://127.0.0.1:4380/api/members',
    });
    expect(JSON.stringify(environment('talk'))).not.toMatch(/members-word|mail-word|members\/secrets/);
    expect(JSON.stringify(environment('members'))).not.toMatch(/talk-word|talk\/secrets|POOL/);
    expect(environment('members')).toMatchObject({ TEAHOUSE_SMTP_URL: 'smtp://mail-word@mail' });
    expect(environment('members')).toMatchObject({ TEAHOUSE_LETTER_LISTEN: '/run/letters.sock' });
    expect(environment('talk')).not.toHaveProperty('TEAHOUSE_LETTER_LISTEN');
  });

  it('has a log of its own, and talk the folder of its mirror and what the web app is', () => {
    expect(environment('talk')).toMatchObject({
      TEAHOUSE_PUBLIC_LOG: '/town/data/talk/public-log',
      TEAHOUSE_ISSUER_LOG: '/town/data/talk/issuer-log',
      TEAHOUSE_LOG_EVERY: '5',
      TEAHOUSE_WEB_HASH: 'A'.repeat(43),
      TEAHOUSE_WEB_FILES: '61',
      TEAHOUSE_WITNESSES: 'hill+1+k',
    });
    expect(environment('members')).toMatchObject({
      TEAHOUSE_PUBLIC_LOG: '/town/data/members/public-log',
      TEAHOUSE_WITNESSES: 'lake+2+k',
    });
    expect(Object.keys(environment('members')).join()).not.toMatch(/ISSUER_LOG|LOG_EVERY|WEB_HASH/);
    expect(
      planeEnvironment({ ...settings, mode: 'production' }, 'talk', { ...nothing, origins: [] }),
    ).not.toHaveProperty('TEAHOUSE_LOG_EVERY');
  });

  it('does not name the operator', () => {
    expect(JSON.stringify(environment('talk'))).not.toMatch(/operator|203\.0\.113/);
  });

  it('issues at once in a demo and by the day in earnest', () => {
    expect(environment('members').TEAHOUSE_ISSUANCE_SCHEDULE).toBe('immediate');
    const earnest = { ...settings, mode: 'production' as const };
    const surroundings = { ...nothing, origins: [] };
    expect(planeEnvironment(earnest, 'members', surroundings).TEAHOUSE_ISSUANCE_SCHEDULE).toBe('daily');
  });

  it.each([
    ['TEAHOUSE_MEMBERS_ISSUANCE_SCHEDULE', 'members', 'TEAHOUSE_ISSUANCE_SCHEDULE', 'daily'],
    ['TEAHOUSE_ISSUANCE_SCHEDULE', 'members', 'TEAHOUSE_ISSUANCE_SCHEDULE', 'daily'],
    ['TEAHOUSE_TALK_FLOOR', 'talk', 'TEAHOUSE_FLOOR', '40'],
    ['TEAHOUSE_FLOOR', 'talk', 'TEAHOUSE_FLOOR', '40'],
    ['TEAHOUSE_TALK_LOG_EVERY', 'talk', 'TEAHOUSE_LOG_EVERY', '30'],
    ['TEAHOUSE_LOG_EVERY', 'talk', 'TEAHOUSE_LOG_EVERY', '30'],
  ] as const)('%s wins over what the demo would take', (asked, plane, told, value) => {
    const settings = readSettings('/house', { [asked]: value });
    const surroundings = { ...nothing, origins: [] };
    expect(planeEnvironment(settings, plane, surroundings)[told]).toBe(value);
  });
});
