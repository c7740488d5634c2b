import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFront } from '../server.ts';
import { createTargets } from '../targets.ts';
import { subjectOf } from './pages.ts';
import { createPreviews, type Previews } from './previews.ts';

const origin = 'https://tea.example';
const thread = 'T'.repeat(43);
const post = 'P'.repeat(43);
const card = {
  lang: 'zh',
  title: '年终奖还发吗',
  text: '还发吗。',
  reply: false,
  speaker: { name: '秋霜学徒', pseudonym: '', label: '星河科技员工', verified: true, n: 412 },
};
const index = '<head>\n<!-- preview -->\n<title>plain</title>\n<!-- /preview -->\n</head><body></body>';

describe('the preview of a page', () => {
  let folder: string;
  let talk: Server;
  let previews: Previews;
  let seen: { url: string; headers: IncomingHttpHeaders }[];
  /** What talk answers: a status with a body, or nothing at all. */
  let answer: { status: number; body: string } | undefined;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-preview-'));
    seen = [];
    answer = { status: 200, body: JSON.stringify(card) };
    talk = createServer((request, response) => {
      seen.push({ url: request.url ?? '', headers: request.headers });
      if (answer) response.writeHead(answer.status).end(answer.body);
    });
    const socket = path.join(folder, 'talk.sock');
    await new Promise<void>((resolve) => talk.listen(socket, resolve));
    previews = createPreviews({
      talk: createTargets([socket]),
      members: createTargets([socket]),
      index,
      origin: () => origin,
      patienceMs: 150,
      freshMs: 100,
    });
  });
  afterEach(async () => {
    previews.close();
    talk.closeAllConnections();
    await new Promise((resolve) => talk.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const page = async (url: string) => {
    const subject = previews.subjectOf(url);
    return subject && previews.page(subject, '203.0.113.9');
  };
  const link = `/r/square/t/${thread}`;

  it('tells a thread: title, who says what, and its card', async () => {
    const html = (await page(link)) ?? '';
    expect(html).toContain('<title>年终奖还发吗 · 茶馆 Teahouse</title>');
    expect(html).toContain('content="秋霜学徒（星河科技员工）：还发吗。"');
    expect(html).toContain(`${origin}/api/talk/rooms/square/threads/${thread}/card.png?lang=zh"`);
    expect(seen[0]?.url).toBe(`/api/talk/rooms/square/threads/${thread}/card`);
  });

  it('tells a reply, and names the thread as the page that is meant', async () => {
    answer = { status: 200, body: JSON.stringify({ ...card, lang: 'en', reply: true }) };
    const html = (await page(`${link}?utm=1&post=${post}`)) ?? '';
    expect(html).toContain('<title>秋霜学徒 in “年终奖还发吗” · 茶馆 Teahouse</title>');
    expect(html).toContain(`card.png?lang=en&amp;post=${post}"`);
    expect(html).toContain(`<link rel="canonical" href="${origin}${link}" />`);
    expect(seen[0]?.url).toBe(`/api/talk/rooms/square/threads/${thread}/card?post=${post}`);
  });

  it('names a room in both languages', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({ rooms: [{ id: 'pay', name: { zh: '薪水', en: 'Pay' } }, null, { id: 'x' }] }),
    };
    expect(await page('/r/pay')).toContain('<title>薪水 Pay · 茶馆 Teahouse</title>');
    expect(await page('/r/nowhere')).toBeUndefined();
  });

  const person = {
    ...{ name: '林晚秋', headline: '泡茶', photo: 'p'.repeat(43), indexable: true },
    employer: { id: 'xinghe', name: { zh: '星河科技', en: 'Xinghe' }, standing: 'current' },
  };

  it('tells a member whose page is open: name, headline, employer, photo', async () => {
    answer = { status: 200, body: JSON.stringify(person) };
    const html = (await page('/in/lin-wanqiu')) ?? '';
    expect(seen[0]?.url).toBe('/api/members/people/lin-wanqiu');
    expect(html).toContain('<title>林晚秋 · 茶馆 Teahouse</title>');
    expect(html).toContain('content="泡茶 · 已核实：星河科技"');
    expect(html).toContain(`property="og:image" content="${origin}/api/members/pictures/${'p'.repeat(43)}"`);
    expect(html).toContain('name="twitter:card" content="summary"');
    expect(html).not.toContain('noindex');
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      ...['accept', 'connection', 'host', 'x-forwarded-for'],
    ]);
    expect(seen[0]?.headers['x-forwarded-for']).toBe('203.0.113.9'); // members counts visitors by it
  });

  it.each([
    ['not allowed to be kept', 200, { ...person, indexable: false }, '林晚秋'],
    ['for members only, or not there', 404, { code: 'person-unknown' }, '<title>茶馆 Teahouse</title>'],
    ['of another form', 200, { ...person, photo: '"><script>' }, '<title>茶馆 Teahouse</title>'],
    ['refused', 503, {}, '<title>茶馆 Teahouse</title>'],
  ])('keeps a member whose page is %s from search engines', async (_what, status, body, said) => {
    answer = { status, body: JSON.stringify(body) };
    const html = (await page('/in/lin-wanqiu')) ?? '';
    expect(html).toContain(said);
    expect(html).toContain('<meta name="robots" content="noindex" />');
  });

  const id = '5b0f4f3e-1111-4222-8333-944444444444';
  it('tells a job for search engines, and says nothing of one that did not come in time', async () => {
    const job = {
      ...{ id, title: 'Tea taster', level: 'senior', city: 'Shanghai', remote: false, pay: null, skills: [] },
      company: { id: 'harbour', name: { zh: '青港', en: 'Harbour' } },
      ...{ posted: '2026-11-10', closes: '2026-12-20', open: true, text: 'Taste tea.' },
    };
    answer = { status: 200, body: JSON.stringify(job) };
    expect(await page(`/jobs/${id}`)).toContain('<script type="application/ld+json">{"@context"');
    expect(seen[0]?.url).toBe(`/api/members/jobs/${id}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    answer = undefined;
    expect(await page(`/jobs/${id}`)).toBeUndefined();
  });

  it('says of a page that is the same for all what it is, and asks nobody', async () => {
    expect(await page('/about?x=1')).toContain('How it works · 茶馆 Teahouse</title>');
    expect(seen).toEqual([]);
  });

  it.each([
    ['taken back', 200, JSON.stringify({ ...card, speaker: null })],
    ['not there', 404, '{"code":"unknown-thread"}'],
    ['for colleagues only', 403, '{}'],
    ['refused', 503, '{}'],
    ['broken', 200, '{"lang":"zh"'],
    ['of another form', 200, '{"lang":"fr","title":7}'],
    ['endless', 200, JSON.stringify({ ...card, text: 'x'.repeat(300_000) })],
  ])('leaves the page plain where the thread is %s', async (_what, status, body) => {
    answer = { status, body };
    expect(await page(link)).toBeUndefined();
  });

  it('leaves the page plain when talk does not answer in time, and asks again the next time', async () => {
    answer = undefined;
    expect(await page(link)).toBeUndefined();
    answer = { status: 200, body: JSON.stringify(card) };
    expect(await page(link)).toContain('年终奖还发吗');
  });

  it('asks once for a link that goes round', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => page(link)));
    expect(new Set(pages).size).toBe(1);
    await page(link);
    expect(seen).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await page(link);
    expect(seen).toHaveLength(2);
  });

  it('carries nothing that says who looks', async () => {
    await page(link);
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
  });
});

describe('the front', () => {
  it('gives a thread a page of its own under the same policy, and knows it again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tea-preview-'));
    writeFileSync(path.join(folder, 'index.html'), index);
    const socket = path.join(folder, 'talk.sock');
    const talk = createServer((_request, response) => response.end(JSON.stringify(card)));
    await new Promise<void>((resolve) => talk.listen(socket, resolve));
    const options = { host: '127.0.0.1', port: 0, mayMove: false, web: folder, mail: undefined };
    const front = await startFront({
      ...{ ...options, origins: [origin] },
      members: createTargets(['/nobody']),
      talk: createTargets([socket]),
    });
    try {
      const page = `${front.local}/r/square/t/${thread}`;
      const cookie = { cookie: 'teahouse_session=x' };
      const first = await fetch(page, { headers: cookie });
      expect(await first.text()).toContain(`content="${origin}/r/square/t/${thread}"`);
      expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(first.headers.get('cache-control')).toBe('no-cache');
      const etag = first.headers.get('etag') ?? '';
      expect((await fetch(page, { headers: { 'if-none-match': etag } })).status).toBe(304);
      const head = await fetch(page, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      // What the log vouches for is served byte for byte.
      expect(await (await fetch(`${front.local}/`)).text()).toBe(index);
      expect(await (await fetch(`${front.local}/index.html`)).text()).toBe(index);
      talk.closeAllConnections();
      await new Promise((resolve) => talk.close(resolve));
      expect(await (await fetch(`${front.local}/r/pay/t/${thread}`)).text()).toBe(index);
    } finally {
      await front.close();
      talk.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('an address', () => {
  it.each([
    '/',
    '/home',
    `/r/square/t/${thread}/x`,
    `/r/Square/t/${thread}`,
    `/r/square/t/${'T'.repeat(42)}`,
    `/r/..%2f/t/${thread}`,
    '/r/square/new',
    '/__proto__',
    '/toString',
  ])('such as %s has no words of its own', (url) => expect(subjectOf(url)).toBeUndefined());

  it('keeps only a reply that could be one', () => {
    const of = (query: string) => subjectOf(`/r/square/t/${thread}?${query}`);
    expect(of(`post=${post}`)).toMatchObject({ post });
    for (const query of ['post=', 'post=x', `post=${post}x`, `post=${'%22'.repeat(43)}`, 'other=1']) {
      expect(of(query)).toMatchObject({ post: undefined });
    }
  });
});
