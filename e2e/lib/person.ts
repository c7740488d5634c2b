import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { type Lang, words } from './words.ts';

export interface Look {
  readonly size: 'phone' | 'desktop';
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
}
/** A request as it left the browser. */
interface Seen {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

/** Somebody with a browser of their own; everything it asks and complains about is written down. */
export interface Person {
  readonly name: string;
  readonly look: Look;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests in order; complete after `settle()`. */
  readonly requests: Seen[];
  /** Errors on the console, uncaught ones and violations of the content policy. */
  readonly complaints: string[];
  t(message: string, values?: Record<string, string>): string;
  button(message: string): Locator;
  link(message: string): Locator;
  field(message: string): Locator;
  go(path: string): Promise<void>;
  settle(): Promise<void>;
}

/**
 * What the console says about a refused request is the app's ordinary business: it shows the refusal in words. So it
 * is where a journey has cut the network itself.
 */
const expected =
  /Failed to load resource: (the server responded with a status of (4\d\d|503)|net::ERR_INTERNET_DISCONNECTED)/;

export async function person(browser: Browser, origin: string, name: string, look: Look): Promise<Person> {
  const context = await browser.newContext({
    viewport: viewports[look.size],
    deviceScaleFactor: look.size === 'phone' ? 2 : 1,
    hasTouch: look.size === 'phone',
    locale: look.lang === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: look.theme,
    baseURL: origin,
  });
  const requests: Seen[] = [];
  const complaints: string[] = [];
  const pending = new Set<Promise<void>>();
  context.on('request', (request) => {
    const note = request.allHeaders().then(
      (headers) => {
        requests.push({
          method: request.method(),
          url: new URL(request.url()),
          body: request.postData() ?? '',
          cookie: headers.cookie,
          authorization: headers.authorization,
        });
      },
      () => undefined,
    );
    pending.add(note);
    void note.finally(() => pending.delete(note));
  });
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !expected.test(text)) complaints.push(text);
    if (/Content Security Policy|Trusted ?Types?|TrustedScript/i.test(text)) complaints.push(text);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const t = (message: string, values?: Record<string, string>) => words(look.lang, message, values);
  return {
    name,
    look,
    context,
    page,
    requests,
    complaints,
    t,
    button: (message) => page.getByRole('button', { name: t(message), exact: true }),
    link: (message) => page.getByRole('main').getByRole('link', { name: t(message), exact: true }),
    field: (message) => page.getByLabel(t(message), { exact: true }),
    go: async (path) => {
      await page.goto(path);
      await page.locator('main h1').first().waitFor();
    },
    settle: async () => {
      await Promise.all(pending);
    },
  };
}
