/** One question about the phrase: which word stands at this place? */
export interface Question {
  /** From 0. */
  readonly place: number;
  readonly choices: readonly string[];
}

type Random = (below: number) => number;

/** A number below `below` from the browser's generator; the slight bias of the remainder does not matter here. */
const randomBelow: Random = (below) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below;

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random(i + 1);
    const [a, b] = [out[i], out[j]];
    if (a === undefined || b === undefined) continue;
    out[i] = b;
    out[j] = a;
  }
  return out;
}

/** Three places of the phrase in ascending order, each with the right word among four of the phrase's own. */
export function quizOf(words: readonly string[], random: Random = randomBelow): Question[] {
  const places = shuffled([...words.keys()], random)
    .slice(0, 3)
    .sort((a, b) => a - b);
  return places.map((place) => {
    const right = words[place] ?? '';
    const others = shuffled(
      [...new Set(words)].filter((word) => word !== right),
      random,
    ).slice(0, 3);
    return { place, choices: shuffled([right, ...others], random) };
  });
}
