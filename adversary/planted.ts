import { atLeast, type Figure } from '../bench/figures.ts';
import { grow, makeTemplate, type Template } from './leaks/grow.ts';
import { leaks } from './leaks/index.ts';
import type { Leak } from './leaks/leak.ts';
import { groupBy } from './lib/group.ts';

/** A strategy has found its leak when it does so many times better than chance. */
const times = 10;

/** Plants leaks (all, or those named) and tells which of them their strategies found. Throws on an unknown name. */
export async function plantedRun(
  names: readonly string[] | undefined,
  say: (words: string) => void,
): Promise<Figure[]> {
  const unknown = names?.find((name) => !leaks.some((leak) => leak.name === name));
  if (unknown !== undefined)
    throw new RangeError(`no leak ${unknown}; there are ${leaks.map(({ name }) => name).join(' ')}`);
  const wanted = leaks.filter(({ name }) => names === undefined || names.includes(name));
  const templates = new Map<string, Template>();
  const figures: Figure[] = [];
  try {
    for (const [bed, inBed] of groupBy(wanted, (leak) => leak.bed)) {
      say(`leaks of ${bed} are planted`);
      figures.push(...(await growBed(inBed, templates)));
    }
    return figures;
  } finally {
    for (const template of templates.values()) template.remove();
  }
}

async function growBed(inBed: readonly Leak[], templates: Map<string, Template>): Promise<Figure[]> {
  const { bent = {}, days = 0 } = inBed[0] as Leak;
  const key = JSON.stringify([bent, days]);
  const template = templates.get(key) ?? (await makeTemplate(inBed[0] as Leak));
  templates.set(key, template);
  const scores = await grow(template, inBed);
  return inBed.map(({ name, strategy }) => {
    const score = scores.get(name);
    const ratio = score ? score.rate / score.chance : 0;
    const note = `${strategy}: ${ratio.toFixed(0)} × chance${score ? ` by ${score.reading}` : ''}`;
    return atLeast(`adversary.planted.${name}.found`, ratio >= times ? 1 : 0, '', 1, note);
  });
}
