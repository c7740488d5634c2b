import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eyeLimits } from '../limits.ts';
import { clamd, type ServedScanner, serveScanner, virus } from '../testing/clamd.ts';
import { readScannerAddress } from './address.ts';
import { createScanner } from './scanner.ts';

const folder = mkdtempSync(join(tmpdir(), 'tea-scan-'));
const open: Pick<ServedScanner, 'server' | 'sockets'>[] = [];
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A server that is closed after the test; returns its address as an operator writes it. */
async function serve(onSocket: (socket: Socket) => void): Promise<string> {
  const made = await serveScanner(onSocket);
  open.push(made);
  return made.setting;
}

const answering = (answer: string) => serve((socket) => socket.on('data', () => socket.end(answer)));
const scannerAt = (setting: string, patience?: number) =>
  createScanner(readScannerAddress(setting), patience);
const file = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(200_000, 7)]);

describe('a scanner', () => {
  it('tells an infected file from a clean one', async () => {
    const scanner = scannerAt(await serve(clamd));
    expect(await scanner.scan(file)).toBe('clean');
    expect(await scanner.scan(Buffer.concat([file, virus]))).toBe('infected');
    expect(await scanner.scan(Buffer.alloc(0))).toBe('clean');
  });

  it('is reached over a socket of the machine', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'tea-scan-')), 'clamd.ctl');
    const server = createServer(clamd);
    await new Promise<void>((listening) => server.listen(path, listening));
    open.push({ server, sockets: new Set() });
    expect(await scannerAt(`unix:${path}`).scan(Buffer.concat([virus, file]))).toBe('infected');
  });

  it('serves several files at once', async () => {
    const scanner = scannerAt(await serve(clamd));
    const scans = await Promise.all([file, virus, file, virus].map((one) => scanner.scan(one)));
    expect(scans).toEqual(['clean', 'infected', 'clean', 'infected']);
  });

  it('is away when nobody listens', async () => {
    const setting = await serve(clamd);
    await new Promise((closed) => open.pop()?.server.close(closed));
    expect(await scannerAt(setting).scan(file)).toBe('away');
    expect(await scannerAt(`unix:${join(folder, 'no-such.ctl')}`).scan(file)).toBe('away');
  });

  it.each([
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: OK',
    'stream: Eicar FOUN',
    'OK\0',
    'stream: OK\0stream: Eicar FOUND\0',
    '',
    'x'.repeat(eyeLimits.scanAnswer + 1),
    'HTTP/1.1 400 Bad Request\r\n\r\n',
  ])('is away when it answers %j: that says nothing of the file', async (answer) => {
    expect(await scannerAt(await answering(answer)).scan(file)).toBe('away');
  });

  it('is away when it says nothing, and when its words drip without end', async () => {
    const silent = await serve(() => undefined);
    expect(await scannerAt(silent, 100).scan(file)).toBe('away');
    const dripping = await serve((socket) => {
      const drops = setInterval(() => socket.write('s'), 20);
      socket.on('close', () => clearInterval(drops));
    });
    expect(await scannerAt(dripping, 200).scan(file)).toBe('away');
  });

  it('is not asked about a file past the limit', async () => {
    let asked = false;
    const setting = await serve((socket) => {
      asked = true;
      clamd(socket);
    });
    expect(await scannerAt(setting).scan(Buffer.alloc(eyeLimits.bytes + 1))).toBe('away');
    expect(asked).toBe(false);
  });
});

describe('the address of a scanner', () => {
  it('is a socket of the machine, or a host and a port', () => {
    expect(readScannerAddress('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(readScannerAddress('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
    expect(readScannerAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    expect(readScannerAddress('scanner.internal:3310')).toEqual({ host: 'scanner.internal', port: 3310 });
  });

  it.each([
    '',
    'unix:',
    'unix:clamd.ctl',
    '3310',
    'localhost',
    'localhost:0',
    'localhost:70000',
    'http://x:1',
    'a b:1',
  ])('is not %j', (setting) => {
    expect(() => readScannerAddress(setting)).toThrow(expect.objectContaining({ code: 'scanner-address' }));
  });
});
