import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../config.ts';
import { proxyFindings, proxyFindingsOf } from './doctor-proxy.ts';

const deploy = path.join(import.meta.dirname, '../../../../deploy');
const wrong = (text: string) => proxyFindings(text).flatMap(({ ok, words }) => (ok ? [] : [words]));

const server = (inside: string, http = '') => `
http {
  ${http}
  server {
    listen 443 ssl;
    ${inside}
  }
}`;
const talk = 'location ~ ^/api/(talk|desk)/ { proxy_pass http://talk; }';
const silent = 'error_log /var/log/nginx/error.log emerg;';

describe('what a proxy writes down of talk', () => {
  it('is nothing with the configurations that come with the house', () => {
    expect(wrong(readFileSync(path.join(deploy, 'nginx.conf'), 'utf8'))).toEqual([]);
    expect(wrong(readFileSync(path.join(deploy, 'Caddyfile'), 'utf8'))).toEqual([]);
  });

  it.each([
    ['nginx as it is by itself, which logs all', server(`${silent} ${talk}`), /access_log off/],
    ['a log of the whole server', server(`access_log /x.log; ${silent} ${talk}`), /access_log off/],
    ['a log of all sites', server(`${silent} ${talk}`, 'access_log /x.log;'), /access_log off/],
    [
      'a location that takes everything',
      server(`${silent} location / { proxy_pass http://x; }`),
      /access_log off/,
    ],
    ['errors, which name the caller', server(`access_log off; ${talk}`), /error log/],
    [
      'errors of a level that names callers',
      server(`access_log off; error_log /x warn; ${talk}`),
      /error log/,
    ],
    ['Caddy with a log', 'tea.example {\n\tlog {\n\t\toutput stdout\n\t}\n\treverse_proxy :4380\n}', /Caddy/],
    [
      'HAProxy with a log',
      'frontend tea\n  log global\n  option httplog\n  default_backend talk\n',
      /HAProxy/,
    ],
  ])('is found: %s', (_name, text, words) => {
    expect(wrong(text).join('\n')).toMatch(words);
  });

  it.each([
    [
      'the location alone is silent',
      server(`access_log /x.log; ${talk.replace('{', `{ access_log off; ${silent}`)}`),
    ],
    [
      'another site of the same nginx logs',
      server(`location /shop { proxy_pass http://shop; }`, 'access_log /x.log;'),
    ],
    ['in comments', server(`# access_log /x.log;\n access_log off; ${silent} ${talk}`)],
    ['HAProxy is silent', 'frontend tea\n  log global\n  http-request set-log-level silent\n'],
  ])('is nothing where %s', (_name, text) => {
    expect(wrong(text)).toEqual([]);
  });

  it('is looked for in all files that the configuration names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tea-proxy-'));
    mkdirSync(path.join(folder, 'sites'));
    writeFileSync(path.join(folder, 'nginx.conf'), 'http {\n access_log /x.log;\n include sites/*.conf;\n}');
    writeFileSync(path.join(folder, 'sites/tea.conf'), `server { ${silent} ${talk} }`);
    const settings = { ...readSettings(folder, {}), proxyConfig: [folder] };
    expect(proxyFindingsOf(settings)).toMatchObject([{ ok: false }, { ok: false }]);
    writeFileSync(path.join(folder, 'sites/tea.conf'), `server { access_log off; ${silent} ${talk} }`);
    expect(proxyFindingsOf(settings)).toMatchObject([{ ok: true }]);
    expect(proxyFindingsOf({ ...settings, proxyConfig: ['/nowhere'] })).toMatchObject([{ ok: false }]);
    rmSync(folder, { recursive: true });
  });
});
