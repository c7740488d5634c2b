// `npm run eye`: what a look costs on this machine. `npm run eye -- FILE…`: what the eye makes of pictures of yours.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import { decode } from '../decode.ts';
import { createEye, eyeLimits, makeKnownPictures } from '../index.ts';
import { loadNsfw } from '../nsfw/model.ts';
import { createSeer } from '../seer.ts';
import { dice, scene, shownOf } from './pictures.ts';

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const report = (event: string) => console.error(event);

/** Runs `work` and returns the CPU milliseconds that the whole process took, threads included. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

async function measure(): Promise<void> {
  const pictures = await Promise.all([1, 2, 3, 4].map((seed) => shownOf(scene(seed, 1600, 1200))));
  const known = makeKnownPictures();
  const next = dice(1);
  known.add(
    Array.from({ length: eyeLimits.known }, () => Uint8Array.from({ length: 32 }, () => next() * 256)),
  );
  const rows: [string, number][] = [['memory of the process before the first picture, MB', megabytes()]];
  const eye = createEye({ known, report });
  const look = (i: number) => {
    const shown = pictures[i % pictures.length]!;
    return eye.lookAtPicture({ signed: shown, shown });
  };
  rows.push(['first picture, worker and models loaded, CPU ms', await cost(() => look(0))]);
  const rounds = 50;
  const all = await cost(async () => {
    for (let i = 0; i < rounds; i++) await look(i);
  });
  rows.push(['each further picture of 1600 × 1200, CPU ms', Math.round(all / rounds)]);
  rows.push(['memory after these, MB', megabytes()]);
  for (let i = 0; i < 3 * rounds; i++) await look(i);
  rows.push([`memory after ${rounds * 4}, MB`, megabytes()]);
  await eye.close();
  rows.push(['memory when the worker has ended, MB', megabytes()]);
  const seer = createSeer({ report });
  const sight = await seer.see(pictures[0]!);
  await seer.close();
  const hashes = sight.kind === 'seen' ? sight.hashes.slice(0, 2) : [];
  const search = await cost(async () => {
    for (let i = 0; i < 20; i++) known.nearest(hashes);
  });
  rows.push([`two forms looked up among ${known.size}, CPU ms`, Math.round(search / 20)]);
  for (const [what, value] of rows) console.log(`${String(value).padStart(6)}  ${what}`);
}

async function judgeFiles(files: readonly string[]): Promise<void> {
  const scoresOf = await loadNsfw();
  console.log('porn+hentai  sexy  file');
  for (const file of files) {
    const pixels = await decode(await shownOf(sharp(readFileSync(file)).autoOrient()));
    const { porn, hentai, sexy } = pixels ? scoresOf(pixels) : { porn: Number.NaN, hentai: 0, sexy: 0 };
    console.log(`${(porn + hentai).toFixed(3).padStart(11)}  ${sexy.toFixed(2)}  ${basename(file)}`);
  }
}

const files = process.argv.slice(2);
await (files.length > 0 ? judgeFiles(files) : measure());
