import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LinkPreview } from '@teahouse/contract/members';
import dns from 'dns-packet';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newMember, post } from '../testing/test-feed.ts';
import { openTown } from '../testing/test-town.ts';
import { isPublicAddress } from './address.ts';
import { createLinkFetcher, type FetchWants } from './fetch.ts';

describe('an address', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700::1111', '2400:3200::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ...['192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
    ...['240.0.0.1', '255.255.255.255', '100.100.100.200', '168.63.129.16'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'],
    ...['fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ...['2002:7f00:1::', '2001::1', '2001:10::1', '4000::1', 'nonsense', ''],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

const page: FetchWants = { types: ['text/html'], bytes: 10_000, longer: 'cut', patience: 3_000 };
const servers: Server[] = [];
async function serve(handle: RequestListener): Promise<number> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
const html =
  (body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);

/** A name server on a real socket that answers each name with the next of its addresses, in turn. */
async function startDns(names: Record<string, string[]>) {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (message, peer) => {
    const query = dns.decode(message);
    const { name = '', type } = query.questions?.[0] ?? {};
    const address = type === 'A' ? names[name]?.[asked.filter((one) => one === name).length] : undefined;
    if (type === 'A') asked.push(name);
    const answers = address ? [{ type: 'A' as const, name, ttl: 0, data: address }] : [];
    socket.send(dns.encode({ ...query, type: 'response', answers }), peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    asked,
    close: () => socket.close(),
    resolve: async (host: string) => resolver.resolve4(host),
  };
}

afterAll(() => {
  for (const server of servers) server.close();
});

describe('what members link to', () => {
  /** 127.0.0.1 stands for a public address here, and 127.0.0.2 for one of the house. */
  const outside = { mayConnect: (address: string) => address === '127.0.0.1' };
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'fetched',
      (error) => error.code,
    );

  it('is not fetched from an address of the house, whatever it is written as', async () => {
    let calls = 0;
    const port = await serve((_request, response) => {
      calls += 1;
      response.end();
    });
    const fetcher = createLinkFetcher();
    const hosts = [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      'localhost',
    ];
    for (const host of hosts)
      expect(await code(fetcher.fetch(new URL(`http://${host}:${port}/`), page)), host).toBe('refused');
    for (const url of ['ftp://example.com/', 'file:///etc/passwd', 'http://user:word@example.com/'])
      expect(await code(fetcher.fetch(new URL(url), page)), url).toBe('refused');
    expect(calls).toBe(0);
  });

  it('goes to the address that was looked at, also where the name answers otherwise the next time', async () => {
    const port = await serve(html('<title>Here</title>'));
    const names = await startDns({ 'twice.test': ['127.0.0.1', '127.0.0.2'], 'both.test': ['127.0.0.2'] });
    const fetcher = createLinkFetcher({ ...outside, resolve: names.resolve });
    const fetched = await fetcher.fetch(new URL(`http://twice.test:${port}/`), page);
    expect(fetched.body.toString()).toContain('Here');
    expect(names.asked).toEqual(['twice.test']);
    // The next connection asks again, and looks again.
    expect(await code(fetcher.fetch(new URL(`http://twice.test:${port}/`), page))).toBe('refused');
    expect(await code(fetcher.fetch(new URL(`http://both.test:${port}/`), page))).toBe('refused');
    expect(await code(fetcher.fetch(new URL(`http://nowhere.test:${port}/`), page))).toBe('failed');
    names.close();
  });

  it('is refused where one of the addresses of its name is not public', async () => {
    const fetcher = createLinkFetcher({ ...outside, resolve: async () => ['127.0.0.1', '10.0.0.1'] });
    expect(await code(fetcher.fetch(new URL('http://mixed.test/'), page))).toBe('refused');
  });

  it('may lead on three times, and each step is looked at', async () => {
    const port: number = await serve((request, response) => {
      const [, step = ''] = (request.url ?? '').split('/');
      if (step === 'inside')
        return void response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end();
      if (step === 'file') return void response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      if (Number(step) > 0) return void response.writeHead(302, { location: `/${Number(step) - 1}` }).end();
      html('<title>End</title>')(request, response);
    });
    const fetcher = createLinkFetcher(outside);
    const at = (path: string) => fetcher.fetch(new URL(`http://127.0.0.1:${port}/${path}`), page);
    expect((await at('3')).url.pathname).toBe('/0');
    expect(await code(at('4'))).toBe('failed');
    expect(await code(at('inside'))).toBe('refused');
    expect(await code(at('file'))).toBe('refused');
  });

  it('is text, not packed, and no longer than it may be', async () => {
    const port = await serve((request, response) => {
      const answer = (headers: object, body: string | Buffer) =>
        response.writeHead(200, { ...headers }).end(body);
      if (request.url === '/json') return answer({ 'content-type': 'application/json' }, '{}');
      if (request.url === '/packed')
        return answer({ 'content-type': 'text/html', 'content-encoding': 'gzip' }, Buffer.alloc(10));
      if (request.url === '/missing') return response.writeHead(404).end();
      return answer({ 'content-type': 'text/html' }, 'x'.repeat(50_000));
    });
    const fetcher = createLinkFetcher(outside);
    const at = (path: string, wants = page) =>
      fetcher.fetch(new URL(`http://127.0.0.1:${port}/${path}`), wants);
    for (const path of ['json', 'packed', 'missing']) expect(await code(at(path)), path).toBe('failed');
    expect((await at('long')).body).toHaveLength(10_000);
    expect(await code(at('long', { ...page, longer: 'refused' }))).toBe('failed');
  });

  it('is given up where it never ends', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const fetcher = createLinkFetcher(outside);
    const slow = fetcher.fetch(new URL(`http://127.0.0.1:${port}/`), { ...page, patience: 300 });
    expect(await code(slow)).toBe('failed');
  });
});

describe('a preview', () => {
  let port: number;
  let picture: Buffer;
  const served: { headers: object }[] = [];
  beforeAll(async () => {
    picture = await sharp({ create: { width: 900, height: 450, channels: 3, background: '#284' } })
      .withExif({ IFD0: { Copyright: 'a-secret-mark' } })
      .jpeg()
      .toBuffer();
    const pages: Record<string, string | Buffer> = {
      '/': `<head><title>Plain</title><meta property="og:title" content="Tea &amp; \u202etalk">
        <meta name="description" content=" What   we\u0000 drink "><meta property="og:image" content="/p.jpg">`,
      '/inner': `<title>Inner</title><meta property="og:image" content="http://127.0.0.2/p.jpg">`,
      '/gbk': Buffer.concat([
        Buffer.from('<meta charset="gbk"><title>'),
        Buffer.from([0xb2, 0xe8, 0xb9, 0xdd]),
        Buffer.from('</title>'),
      ]),
      '/body': '<body><title>Not this</title><meta property="og:title" content="Nor this">',
    };
    port = await serve((request, response) => {
      served.push({ headers: request.headers });
      if (request.url === '/p.jpg')
        return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      const body = pages[request.url ?? ''];
      if (body === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
  });
  const open = async (links: 'on' | 'off' = 'on') => {
    const town = await openTown({ links, mayConnect: (address) => address === '127.0.0.1' });
    const ann = await newMember(town);
    const preview = (path: string) =>
      ann.browser.call<LinkPreview>('POST', '/links/preview', { url: `http://127.0.0.1:${port}${path}` });
    return { town, ann, preview };
  };

  it('is what a page says of itself, cleaned, with a picture of our own encoding', async () => {
    const { town, ann, preview } = await open();
    const { body } = await preview('/');
    expect(body).toMatchObject({ title: 'Tea & talk', words: 'What we drink', host: `127.0.0.1:${port}` });
    expect(body.picture).toMatchObject({ width: 800, height: 400 });
    const made = await post(ann, 'Read this', { link: body.url });
    await town.db.pool.query(`UPDATE profiles SET page = 'everyone'`);
    expect(made.body.post.link).toEqual(body);
    const file = await town.members.app.inject(`/api/members/pictures/${body.picture?.picture}`);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.includes('a-secret-mark')).toBe(false);
    expect(served.every(({ headers }) => !('cookie' in headers) && !('referer' in headers))).toBe(true);
    expect((await preview('/gbk')).body.title).toBe('茶馆');
    expect((await preview('/body')).body.title).toBe('');
    expect((await preview('/inner')).body).toMatchObject({ title: 'Inner', picture: null });
    expect((await preview('/missing')).body).toMatchObject({ title: '', words: '', picture: null });
    await town.close();
  });

  it('is never taken from the app, and of no address of the house', async () => {
    const { town, ann } = await open();
    const url = 'http://10.0.0.1/';
    expect((await ann.browser.call('POST', '/links/preview', { url })).code).toBe('link-refused');
    for (const link of [url, 'javascript:alert(1)', 'http://a:b@127.0.0.1/', 'nothing'])
      expect((await post(ann, 'x', { link })).code, link).toBe('link-refused');
    const forged = { url: 'https://a.test/', host: 'a.test', title: 'Forged', words: '', picture: null };
    expect((await post(ann, 'x', { link: forged })).code).toBe('invalid-input');
    await town.close();
  });

  it('is the address alone where the house fetches nothing', async () => {
    const { town, preview } = await open('off');
    const before = served.length;
    expect((await preview('/')).body).toMatchObject({ title: '', picture: null });
    expect(served).toHaveLength(before);
    await town.close();
  });
});
