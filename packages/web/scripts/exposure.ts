// `node packages/web/scripts/exposure.ts [--mistakes]`: what the self-exposure check finds and misses, by kind.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Measured,
  measure,
  precisionOf,
  readMarked,
  recallOf,
} from '../src/talk/write/exposure/measure.ts';

const fixtures = path.join(import.meta.dirname, '..', 'src', 'talk', 'write', 'exposure', 'fixtures');
const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(6);

function print(name: string, { byKind, total, ordinary, interrupted }: Measured): void {
  console.log(`\n${name.padEnd(12)} marked recall  precision`);
  for (const [kind, score] of [...byKind, ['all', total] as const]) {
    const marked = score.hits + score.missed;
    if (marked + score.wrong === 0) continue;
    console.log(
      `${kind.padEnd(12)} ${String(marked).padStart(6)} ${percent(recallOf(score))} ${percent(precisionOf(score))}`,
    );
  }
  console.log(`ordinary sentences interrupted: ${interrupted} of ${ordinary}`);
}

for (const lang of ['zh', 'en']) {
  for (const part of ['tuned', 'held']) {
    const lines = readFileSync(path.join(fixtures, `${part}.${lang}.txt`), 'utf8')
      .split('\n')
      .filter(Boolean);
    const measured = measure(lines.map(readMarked));
    print(`${lang} ${part}`, measured);
    // The held-out sentences are to be counted, not to be tuned on.
    if (part === 'tuned' && process.argv.includes('--mistakes')) console.log(measured.mistakes.join('\n'));
  }
}
