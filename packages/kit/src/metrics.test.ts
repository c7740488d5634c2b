import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer, type Server } from './http.ts';
import { createLogger } from './log.ts';
import { type Metrics, startMetrics } from './metrics.ts';
import { createPool } from './pool.ts';

const canary = 'canary7f3e';
const routes = ['readThread', 'postAct'];
/** All that a label may ever say. */
const closed: Readonly<Record<string, readonly string[]>> = {
  route: [...routes, 'write', 'health', 'ready', 'other'],
  status: ['1xx', '2xx', '3xx', '4xx', '5xx'],
  work: ['tick'],
  outcome: ['done', 'failed'],
  le: ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '10', '+Inf'],
};

const labelsOf = (text: string) =>
  [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => ({ name, value }));

describe('the numbers for Prometheus', () => {
  let folder: string;
  let metrics: Metrics;
  let app: Server;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'metrics-'));
    metrics = await startMetrics({
      listen: join(folder, 'metrics.sock'),
      routes,
      onTrouble: () => {},
    });
    const log = createLogger({ name: 'tea', write: () => {} });
    app = await createServer({ prefix: '/api/tea', title: 'Tea', log, onAnswered: metrics.answered });
    const config = (route: string) => ({ config: { route } });
    app.get('/api/tea/threads/:id', config('readThread'), async () => ({}));
    app.post('/api/tea/acts', config('postAct'), async () => ({}));
    app.get('/api/tea/hidden/:id', config('notInTheList'), async () => ({}));
  });
  afterEach(async () => {
    await app.close();
    await metrics.close();
    rmSync(folder, { recursive: true });
  });

  const scrape = (path = '/metrics') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      request({ socketPath: join(folder, 'metrics.sock'), path }, async (answer) => {
        let text = '';
        for await (const part of answer) text += part;
        resolve({ status: answer.statusCode ?? 0, text });
      })
        .on('error', reject)
        .end();
    });

  /** Marked strings wherever a request can carry one. */
  const askMarked = async () => {
    const headers = { 'user-agent': canary, [`x-${canary}`]: canary, cookie: canary, host: canary };
    await app.inject({ url: `/api/tea/threads/${canary}?q=${canary}`, headers });
    await app.inject({ method: 'POST', url: '/api/tea/acts', headers, payload: { [canary]: canary } });
    await app.inject({ url: `/api/tea/hidden/${canary}`, headers });
    await app.inject({ url: `/${canary}`, headers });
    await app.inject({ url: '/api/tea/ready', headers });
  };

  it('count answers by route and class of status, and have no word of a request in them', async () => {
    await askMarked();
    metrics.ran('tick', 'done');
    const pool = createPool({ url: `postgresql://${canary}@/${canary}`, name: canary });
    metrics.watchPool(pool);
    await metrics.take();
    const { text } = await scrape();
    expect(text).toContain('teahouse_requests_total{route="readThread",status="2xx"} 1');
    expect(text).toContain('teahouse_requests_total{route="write",status="2xx"} 1');
    expect(text).toContain('teahouse_pool_waiting 0');
    expect(text).toContain('teahouse_background_runs_total{work="tick",outcome="done"} 1');
    expect(text).not.toContain(canary);
    for (const { name, value } of labelsOf(text)) expect(closed[name]).toContain(value);
    await pool.end();
  });

  it('stand still between two steps: who reads along every second learns of no single act', async () => {
    const before = (await scrape()).text;
    await askMarked();
    expect((await scrape()).text).toBe(before);
  });

  it('answer at one address, with nothing else beside them', async () => {
    expect((await scrape('/')).status).toBe(404);
    expect((await scrape(`/metrics?${canary}`)).status).toBe(404);
    expect((await app.inject('/metrics')).statusCode).toBe(404);
    expect((await app.inject('/api/tea/metrics')).statusCode).toBe(404);
  });

  it('wait for an address that another process has, and say so', async () => {
    const holder = createNetServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const words: string[] = [];
    const said = (event: string) => void words.push(event);
    const waiting = await startMetrics({ listen: `127.0.0.1:${port}`, routes, onTrouble: said });
    await vi.waitFor(() => expect(words).toEqual(['metrics-address-taken']));
    holder.close();
    const ask = () => fetch(`http://127.0.0.1:${port}/metrics`);
    await vi.waitFor(async () => expect((await ask()).status).toBe(200), { timeout: 20_000 });
    await waiting.close();
  });
});
