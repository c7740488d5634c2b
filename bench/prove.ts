import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Bbs, type Label, type Presentation, verifyPresentation } from '@teahouse/protocol';
import type { Browser } from 'playwright-core';
import { atMost, type Figure, median, told } from './figures.ts';
import { type Holder, makeHolders } from './holders.ts';

const assets = path.join(path.dirname(import.meta.dirname), 'packages', 'web', 'dist', 'assets');
const PROOFS = 25;
const COLD_STARTS = 3;

/** Address of the app's crypto worker in the finished build, where the app itself gets it. */
function workerPath(): string {
  const found = readdirSync(assets).filter((file) => /^worker-[\w-]+\.js$/.test(file));
  if (found.length !== 1) throw new Error(`the build has ${found.length} workers: ${found.join(', ')}`);
  return `/assets/${found[0]}`;
}

/**
 * How long the app waits for a presentation with pseudonym: from the message to its worker to the answer, on the wall.
 * The worker is the one of the build, fetched from the running town, and every presentation is verified afterwards.
 * Warm is the figure; cold counts the worker's start, its code and its tables as well, as for the first act of a visit.
 */
export async function measureProve(browser: Browser, origin: string): Promise<Figure[]> {
  const { bbs, holders } = await makeHolders(1);
  const holder = holders[0] as Holder;
  const fields = Object.entries(holder).map(([key, value]): PageInput['holder'][number] => [
    key,
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  ]);
  const runs: PageProof[][] = [];
  for (let i = 0; i < COLD_STARTS; i += 1) {
    // A page may start scripts of its own origin by its own policy alone (Trusted Types); this script stands beside it.
    const context = await browser.newContext({ bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.goto(`${origin}/about`, { waitUntil: 'load' });
      const proofs = i === 0 ? PROOFS + 1 : 1;
      runs.push(await page.evaluate(proveInPage, { worker: workerPath(), holder: fields, proofs }));
    } finally {
      await context.close();
    }
  }
  for (const proof of runs.flat()) check(bbs, holder.issuerPublicKey, proof);
  const warm = (runs[0] ?? []).slice(1).map(({ ms }) => ms);
  const cold = median(runs.map((proofs) => proofs[0]?.ms ?? Number.NaN));
  const note = `median of ${warm.length} in Chromium ${browser.version()}, slowest ${Math.max(...warm).toFixed(0)}`;
  return [
    atMost('bench.prove-browser-ms', median(warm), 'ms', 150, note),
    told('bench.prove-browser-cold-ms', cold, 'ms', 'the first of a visit: with the start of the worker'),
  ];
}

/** Throws `presentation-invalid` when what the browser made doesn't hold: then its speed says nothing. */
function check(bbs: Bbs, issuerPublicKey: Uint8Array, { context, shown }: PageProof): void {
  const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64'));
  const [proof, pseudonym, publicKey] = [bytes(shown.proof), bytes(shown.pseudonym), bytes(shown.publicKey)];
  const { label } = shown;
  verifyPresentation({
    bbs,
    issuerPublicKey,
    context: bytes(context),
    presentation: { label, proof, pseudonym, publicKey },
  });
}

interface PageInput {
  readonly worker: string;
  readonly holder: readonly (readonly [string, unknown])[];
  readonly proofs: number;
}
/** A presentation as the page hands it out, bytes in base64, and the time it took in ms. */
interface PageProof {
  readonly ms: number;
  readonly context: string;
  readonly shown: { label: Label; proof: string; pseudonym: string; publicKey: string };
}

/** Runs in the page, so it can use nothing from outside of itself. The first of the proofs is the cold one. */
async function proveInPage({ worker: url, holder, proofs }: PageInput): Promise<PageProof[]> {
  const fields = holder.map(([key, value]) => {
    const { base64 } = value as { base64?: string };
    return [key, base64 === undefined ? value : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))];
  });
  const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
  const made: PageProof[] = [];
  let worker: Worker | undefined;
  for (let id = 0; id < proofs; id += 1) {
    const context = crypto.getRandomValues(new Uint8Array(32));
    const began = performance.now();
    worker ??= new Worker(url, { type: 'module' });
    const target = worker;
    const value = await new Promise<Presentation>((resolve, reject) => {
      target.onerror = () => reject(new Error('the worker did not load'));
      target.onmessage = ({ data }: MessageEvent<{ kind: string; code?: string; value: Presentation }>) => {
        if (data.kind === 'done') resolve(data.value);
        else if (data.kind === 'failed') reject(new Error(`proving failed: ${data.code}`));
      };
      const input = { ...Object.fromEntries(fields), kind: 'company', context };
      target.postMessage({ id, call: 'present', input });
    });
    const ms = performance.now() - began;
    const { label, proof, pseudonym, publicKey } = value;
    const shown = { label, proof: text(proof), pseudonym: text(pseudonym), publicKey: text(publicKey) };
    made.push({ ms, context: text(context), shown });
  }
  worker?.terminate();
  return made;
}
