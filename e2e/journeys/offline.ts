import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Look, type Person, person } from '../lib/person.ts';
import { openStaticHouse } from '../lib/static-house.ts';
import type { Town } from './house.ts';

const built = path.join(import.meta.dirname, '..', '..', 'packages', 'web', 'dist');
const sri = (bytes: Buffer | string) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
const tagOf = (worker: string) => /teahouse-shell-.*?`([0-9a-f]{12})`/s.exec(worker)?.[1] ?? '';

/** A copy of the build that says its name in its page, with the service worker of that build. */
function anotherBuild(tag: string, change: (worker: string) => string = (worker) => worker): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'teahouse-build-'));
  cpSync(built, folder, { recursive: true });
  const page = readFileSync(path.join(built, 'index.html'), 'utf8');
  const worker = readFileSync(path.join(built, 'sw.js'), 'utf8');
  const renamed = page.replace('<title>', `<meta name="build" content="${tag}"><title>`);
  writeFileSync(path.join(folder, 'index.html'), renamed);
  const next = worker.replace(tagOf(worker), tag).replace(sri(page), sri(renamed));
  writeFileSync(path.join(folder, 'sw.js'), change(next));
  return folder;
}

const buildOf = ({ page }: Person) =>
  page.evaluate(() => document.querySelector('meta[name="build"]')?.getAttribute('content') ?? 'first');
const keptBy = ({ page }: Person) => page.evaluate(async () => (await caches.keys()).join());

/** Whether a build's files, which come into its cache all at once, are there, and its worker has taken over. */
const isKept = ({ page }: Person, tag: string) =>
  page.evaluate(async (build) => {
    const name = (await caches.keys()).find((key) => key.endsWith(build));
    if (!name || !(await (await caches.open(name)).match('/index.html'))) return false;
    const { installing, waiting, active } = await navigator.serviceWorker.ready;
    return !installing && !waiting && active?.state === 'activated';
  }, tag);

async function untilKept(who: Person, tag: string): Promise<void> {
  for (let i = 0; i < 200 && !(await isKept(who, tag)); i++) await who.page.waitForTimeout(100);
  assert.ok(await isKept(who, tag), `build ${tag} was not kept`);
}

/** Looks for a new build and waits until it is kept or refused; says whether there was one to try. */
const tryUpdate = ({ page }: Person) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    let found = false;
    registration.addEventListener('updatefound', () => {
      found = true;
    });
    await registration.update().catch(() => undefined);
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50));
    return found;
  });

/** What is kept for offline is never half of one build and half of another, nor older than what the server has. */
export async function update({ runner, browser }: Town, look: Look): Promise<void> {
  const [second, torn] = ['bbbbbbbbbbbb', 'cccccccccccc'];
  const folders = [
    anotherBuild(second),
    // Its worker names a file that the server does not have like that: a deployment that is half done.
    anotherBuild(torn, (worker) => worker.replace(/sha256-.{43}=/, sri('other bytes'))),
  ];
  const house = await openStaticHouse(built);
  const who = await person(browser, house.origin, 'Late', look);

  await runner.must('a new build is shown at once, and kept for offline instead of the old one', async () => {
    await who.go('/verify');
    await who.page.locator('[data-kept="true"]').waitFor();
    house.serve(folders[0] ?? null);
    await who.go('/verify');
    assert.equal(await buildOf(who), second, 'the server comes first');
    await untilKept(who, second);
    await who.context.setOffline(true);
    await who.go('/verify');
    assert.equal(await buildOf(who), second);
    await who.context.setOffline(false);
  });

  await runner.step(
    'a build that arrives torn is not kept, and a server that is away does not matter',
    async () => {
      house.serve(folders[1] ?? null);
      await who.go('/verify');
      assert.ok(await tryUpdate(who), 'the browser did try it');
      assert.ok(!(await keptBy(who)).includes(torn));
      house.serve(null);
      await who.go('/verify');
      assert.equal(await buildOf(who), second);
    },
  );

  await who.context.close();
  await house.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
