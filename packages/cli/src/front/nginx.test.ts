import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;
const canTry = has('nginx', '-v') && has('openssl', 'version');
const shipped = readFileSync(path.join(import.meta.dirname, '../../../../deploy/nginx.conf'), 'utf8');
const canary = 'canary51ab';

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
const opened = <T extends { once(event: 'listening', done: () => void): unknown }>(server: T) =>
  new Promise<T>((resolve) => server.once('listening', () => resolve(server)));

async function freePort(): Promise<number> {
  const probe = await opened(createNetServer().listen(0, '127.0.0.1'));
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe.skipIf(!canTry)('the nginx configuration that comes with the house', () => {
  let folder: string;
  let nginx: ChildProcess;
  let port: number;
  const planes: Server[] = [];
  const seen: { name: string; headers: IncomingMessage['headers'] }[] = [];

  const plane = async (name: string) => {
    const server = createServer((incoming, answer) => {
      seen.push({ name, headers: incoming.headers });
      if (!incoming.url?.includes('events'))
        return void incoming.resume().once('end', () => answer.end(name));
      answer.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n'); // and stays open
    }).listen(0, '127.0.0.1');
    planes.push(await opened(server));
    return portOf(server);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-nginx-'));
    const ports = {
      ...{ 4381: await plane('members'), 4481: await plane('talk 1'), 4482: await plane('talk 2') },
      ...{ 4380: await plane('web'), 443: await freePort(), 80: await freePort() },
    };
    port = ports[443];
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const certificate = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
    ];
    spawnSync('openssl', [...certificate, '-subj', '/CN=tea.example', '-keyout', key, '-out', cert]);
    const site = shipped
      .replace('server 127.0.0.1:4382 max_fails=1 fail_timeout=2s;', '')
      .replace(/127\.0\.0\.1:(4380|4381|4481|4482)/g, (_all, wanted: '4380') => `127.0.0.1:${ports[wanted]}`)
      .replace(/listen \[::\]:.*;/g, '')
      .replace(/listen (80|443)/g, (_all, wanted: '80') => `listen 127.0.0.1:${ports[wanted]}`)
      .replace(/\/etc\/letsencrypt\/live\/tea\.example\/fullchain\.pem/, cert)
      .replace(/\/etc\/letsencrypt\/live\/tea\.example\/privkey\.pem/, key)
      .replaceAll('/var/log/nginx/', `${folder}/`);
    writeFileSync(path.join(folder, 'site.conf'), site);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    // As on Debian: the outer file logs everything, and the site's must say no.
    const http = `access_log ${folder}/access.log; ${temporary.join(' ')} include ${folder}/site.conf;`;
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { ${http} }`,
    );
    const args = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')];
    nginx = spawn('nginx', args, { stdio: 'inherit' });
    await vi.waitFor(async () => expect((await ask('/api/talk/rooms')).status).toBe(200), {
      timeout: 20_000,
    });
  });
  afterAll(async () => {
    if (nginx) {
      const ended = new Promise((resolve) => nginx.once('exit', resolve));
      nginx.kill('SIGTERM');
      await ended;
    }
    for (const server of planes) server.close().closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  const options = (more: RequestOptions): RequestOptions => ({
    ...{ host: '127.0.0.1', port, rejectUnauthorized: false, agent: false },
    ...more,
    headers: { host: 'tea.example', 'user-agent': canary, 'x-forwarded-for': '203.0.113.9', ...more.headers },
  });
  const ask = (url: string, more: RequestOptions = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request(options({ ...more, path: url }), async (answer) => {
        let text = '';
        for await (const part of answer) text += part;
        resolve({ status: answer.statusCode ?? 0, text });
      });
      asked.on('error', reject).end(more.method === 'POST' ? canary : undefined);
    });

  it('hands each half to its own processes, in turn', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/api/talk/rooms')));
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['talk 1', 'talk 2']));
    expect((await ask('/api/desk/queue')).text).toMatch(/^talk/);
    expect((await ask('/api/members/me')).text).toBe('members');
    expect((await ask('/rooms/square')).text).toBe('web');
  });

  it('tells members alone who calls, and talk nothing that sets one browser apart', async () => {
    seen.length = 0;
    await ask('/api/members/me');
    await ask('/api/talk/rooms', {
      headers: { 'accept-language': canary, referer: canary, forwarded: canary },
    });
    const [members, talk] = seen;
    expect(members?.headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(talk?.headers['x-forwarded-for']).toBeUndefined();
    expect(JSON.stringify(talk?.headers)).not.toMatch(new RegExp(`${canary}|203\\.0\\.113|127\\.0\\.0\\.1`));
  });

  it('passes an event while the stream is open', async () => {
    const first = await new Promise<string>((resolve, reject) => {
      const asked = request(options({ path: '/api/talk/events' }), (answer) => {
        answer.once('data', (part) => {
          resolve(String(part));
          asked.destroy();
        });
        answer.on('error', () => {});
      });
      asked.on('error', reject).end();
    });
    expect(first).toBe('data: first\n\n');
  });

  it('goes on with the other process when one is gone, also for what is written', async () => {
    const gone = planes[1];
    gone?.close().closeAllConnections();
    const calls = Array.from({ length: 8 }, () => ask('/api/talk/acts', { method: 'POST' }));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 talk 2']));
  });

  it('has written nothing down of all that', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const written = files
      .filter(({ name }) => name.endsWith('.log'))
      .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
      .join('');
    expect(written).not.toMatch(new RegExp(`${canary}|/api/|203\\.0\\.113|GET|POST`));
  });
});
