import type { Browser, Page } from 'playwright-core';
import { launch } from '../../e2e/lib/browser.ts';
import { atMost, type Figure, median, told } from '../figures.ts';

/** Applications of the board that is measured, over its stages. */
export const BOARD = 2000;
const VISITS = 5;

/** SQL that makes the reader a recruiter of their company, with a job for which others applied. Returns its id. */
export const boardSql = (reader: string): string => `
  WITH works AS (SELECT company_id FROM employments WHERE account_id = '${reader}' LIMIT 1),
    acts AS (INSERT INTO representatives (company_id, account_id, role) SELECT company_id, '${reader}', 'recruiter' FROM works),
    job AS (INSERT INTO jobs (company_id, title, role, level, city, text, posted, closes)
      SELECT company_id, 'Measured', 'engineering', 'senior', 'X', 'x', current_date, current_date + 60 FROM works RETURNING id),
    who AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM accounts WHERE id <> '${reader}' LIMIT ${BOARD}),
    made AS (INSERT INTO applications (id, job_id, account_id, stage, place, words, day)
      SELECT gen_random_uuid(), job.id, who.id,
        (ARRAY['new', 'new', 'new', 'screen', 'screen', 'interview', 'offer', 'declined', 'declined', 'hired'])[1 + who.n % 10],
        who.n, repeat('I would like to, and here is why. ', 12), current_date FROM who, job)
  SELECT id FROM job`;

/** Runs in the page before anything of it: notes when the first card is on the screen. */
const watch = () => {
  const look = () => {
    if (document.querySelector('[data-card], main [data-job]')) {
      // The frame after the one in which it came is the one that shows it.
      requestAnimationFrame(() => performance.mark('board'));
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const shownAfter = (page: Page) =>
  page
    .waitForFunction(() => performance.getEntriesByName('board')[0]?.startTime)
    .then((found) => found.jsonValue() as Promise<number>);

/** Milliseconds from Shift and an arrow key to the frame in which the card stands in the next stage. */
async function moveOne(page: Page): Promise<number> {
  const handle = page.locator('[data-stage="new"] [data-name]').first();
  await handle.focus();
  return handle.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const id = element.getAttribute('data-name');
        const began = performance.now();
        const look = () =>
          document.querySelector(`[data-stage="screen"] [data-card="${id}"]`)
            ? requestAnimationFrame(() => resolve(performance.now() - began))
            : requestAnimationFrame(look);
        element.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'ArrowRight',
            shiftKey: true,
            bubbles: true,
            cancelable: true,
          }),
        );
        requestAnimationFrame(look);
      }),
  );
}

interface Visit {
  readonly origin: string;
  readonly cookie: string;
  readonly job: string;
}

async function visit(browser: Browser, i: Visit) {
  const beside = await inContext(browser, i, async (page) => {
    await page.goto(`${i.origin}/hire`);
    return shownAfter(page);
  });
  return inContext(browser, i, async (page) => {
    await page.goto(`${i.origin}/hire/${i.job}`);
    const cold = await shownAfter(page);
    await page.reload();
    const warm = await shownAfter(page);
    // All of it is there by then.
    await page.waitForFunction(
      (all) =>
        [...document.querySelectorAll('[data-stage] h2 .tabular')].reduce(
          (sum, one) => sum + Number(one.textContent),
          0,
        ) === all,
      BOARD,
    );
    return { beside, cold, warm, move: await moveOne(page) };
  });
}

async function inContext<T>(browser: Browser, i: Visit, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  try {
    const at = { domain: new URL(i.origin).hostname, path: '/api/members', httpOnly: true };
    await context.addCookies(
      i.cookie.split('; ').map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
        return { name, value, ...at };
      }),
    );
    const page = await context.newPage();
    await page.addInitScript(watch);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** How soon a board stands on the screen of a browser that never was here and of one that was, and how soon a move does. */
export async function measureBoard(i: Visit): Promise<Figure[]> {
  const browser = await launch();
  try {
    const visits: Awaited<ReturnType<typeof visit>>[] = [];
    for (let n = 0; n < VISITS; n += 1) visits.push(await visit(browser, i));
    const of = (name: 'beside' | 'cold' | 'warm' | 'move') => median(visits.map((one) => one[name]));
    const note = `${BOARD} applications, median of ${VISITS}, desktop, loopback`;
    return [
      atMost('bench.board.first-paint-ms', of('cold'), 'ms', 1000, `first visit, nothing cached; ${note}`),
      told(
        'bench.board.beside-ms',
        of('beside'),
        'ms',
        'the list of one job in place of the board, in the same run',
      ),
      told('bench.board.again-ms', of('warm'), 'ms', `loaded anew; ${note}`),
      atMost('bench.board.move-ms', of('move'), 'ms', 100, `a key until the frame that shows it; ${note}`),
    ];
  } finally {
    await browser.close();
  }
}
