import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Apart, createPlaneAlone, createWebAlone } from './apart.ts';
import { readSettings, SettingsError } from './config.ts';

const here = import.meta.dirname;
const imported = (file: string) => `import ${JSON.stringify(pathToFileURL(path.join(here, file)).href)};`;

describe('the parts of a town, each by itself', () => {
  let root: string;
  let open: Apart[];
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tea-apart-'));
    open = [];
    const files = {
      'dist/talk/main.mjs': imported('../fixtures/plane.mjs'),
      'dist/cli/lifeline.mjs': imported('lifeline.ts'),
      'packages/web/dist/index.html': '<!doctype html><title>Teahouse</title>',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
  });
  afterEach(async () => {
    for (const part of open.reverse()) await part.close();
    rmSync(root, { recursive: true, force: true });
  });

  const fail = (error: Error) => {
    throw error;
  };

  it('know only what is theirs: talk, started beside the settings of members, has none of them', async () => {
    const env = {
      PATH: process.env.PATH,
      TEAHOUSE_WEB_ORIGIN: 'https://tea.example',
      TEAHOUSE_TALK_ISSUER_URL: 'https://tea.example/api/members',
      TEAHOUSE_TALK_DATABASE_URL: 'postgresql://talk-word@db',
      TEAHOUSE_MEMBERS_DATABASE_URL: 'postgresql://members-word@db',
      TEAHOUSE_MEMBERS_SECRETS: '/srv/members-secrets',
      TEAHOUSE_SMTP_URL: 'smtp://mail-word@mail',
      TEAHOUSE_TALK_PROCESSES: '2',
      TEAHOUSE_TALK_LISTEN: path.join(root, 'talk.sock'),
      TEAHOUSE_TALK_METRICS: '127.0.0.1:9464',
      TEAHOUSE_DRAIN_SECONDS: '3',
    };
    const talk = createPlaneAlone(readSettings(root, env, 'talk'), 'talk', fail);
    open.push(talk);
    const { at } = await talk.open();
    expect(at).toEqual([path.join(root, 'talk.sock'), path.join(root, 'talk-2.sock')]);

    const ports = { TEAHOUSE_TALK_AT: at.join(','), TEAHOUSE_MEMBERS_AT: '127.0.0.1:1', TEAHOUSE_PORT: '0' };
    const web = createWebAlone(readSettings(root, ports, 'web'));
    open.push(web);
    const [origin = ''] = (await web.open()).at;
    const ask = async () => (await fetch(`${origin}/api/talk/environment`)).json();
    const told = [await ask(), await ask()].sort((one, other) =>
      one.TEAHOUSE_LISTEN < other.TEAHOUSE_LISTEN ? -1 : 1,
    );
    expect(JSON.stringify(told)).not.toMatch(/members-word|members-secrets|mail-word/);
    expect(told).toMatchObject([
      { TEAHOUSE_LISTEN: at[1], TEAHOUSE_METRICS: '127.0.0.1:9465', TEAHOUSE_DRAIN_SECONDS: '3' },
      {
        TEAHOUSE_LISTEN: at[0],
        TEAHOUSE_METRICS: '127.0.0.1:9464',
        TEAHOUSE_ISSUER_URL: env.TEAHOUSE_TALK_ISSUER_URL,
      },
    ]);
    expect(await (await fetch(`${origin}/`)).text()).toContain('Teahouse');
    expect((await fetch(`${origin}/api/members/me`)).status).toBe(503);
  });

  it('say what they must be told, all of it', () => {
    const settings = readSettings(root, {}, 'talk');
    expect(() => createPlaneAlone(settings, 'talk', fail)).toThrow(SettingsError);
    expect(() => createPlaneAlone(settings, 'talk', fail)).toThrow(/WEB_ORIGIN[\s\S]*TALK_ISSUER_URL/);
    expect(() => createPlaneAlone(settings, 'members', fail)).toThrow(/WEB_ORIGIN[\s\S]*SMTP_URL/);
    expect(() => createWebAlone(settings)).toThrow(/MEMBERS_AT[\s\S]*TALK_AT/);
  });
});
