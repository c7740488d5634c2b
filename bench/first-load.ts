import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { atMost, type Figure, median, told } from './figures.ts';
import type { LongThread } from './town.ts';

const VISITS = 5;
/** Time in which a page may still fetch or paint something after it has loaded. */
const SETTLE_MS = 2000;
const desktop = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' };

/** Script of the first page, and how soon the largest part of a thread's page stands: each as a new visitor has it. */
export async function measureFirstLoad(
  browser: Browser,
  origin: string,
  thread: LongThread,
): Promise<Figure[]> {
  const scripts = await visit(browser, (page) => scriptsOf(page, `${origin}/`));
  const packed = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  const paints: number[] = [];
  for (let i = 0; i < VISITS; i += 1) {
    paints.push(
      await visit(browser, (page) => largestPaint(page, `${origin}/r/${thread.room}/t/${thread.id}`, thread)),
    );
  }
  return [
    atMost('bench.page-js-kb', packed / 1000, 'kB gz', 130, `${scripts.length} files that / loads, gzip -9`),
    told(
      'bench.lcp-ms',
      median(paints),
      'ms',
      `thread page, median of ${VISITS} first visits, desktop, loopback`,
    ),
  ];
}

async function visit<T>(browser: Browser, look: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.newContext(desktop);
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Bodies of all scripts that came over the network, unpacked. */
async function scriptsOf(page: Page, url: string): Promise<Buffer[]> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) responses.push(response);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector('h1, h2');
  await page.waitForTimeout(SETTLE_MS);
  if (responses.length === 0) throw new Error('the first page loaded no script at all');
  return Promise.all(responses.map((response) => response.body()));
}

/** Largest Contentful Paint in ms since the navigation began. */
async function largestPaint(page: Page, url: string, { title }: LongThread): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  await page.getByText(title).first().waitFor();
  await page.waitForTimeout(SETTLE_MS / 2);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
        );
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}
