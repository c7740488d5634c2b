/** Buckets that character grams are hashed into: 4 kinds × 65,536 one-byte weights are 262 kB. */
export const buckets = 65_536;
/** So many characters of a text the model reads: what comes later is seldom another kind of text. */
const most = 2_000;

/** Buckets of a text's character 1–4-grams, each once: how often something is said matters less than that it is. */
export function featuresOf(tight: string): Uint32Array {
  const text = ` ${tight.slice(0, most).replace(/\d/g, '0').replace(/\s+/g, ' ').trim()} `;
  const found = new Set<number>();
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= 4 && start + length <= text.length; length++) {
      hash = Math.imul(hash ^ text.charCodeAt(start + length - 1), 0x01000193);
      const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
      found.add((mixed ^ (mixed >>> 13)) & (buckets - 1));
    }
  }
  return Uint32Array.from(found);
}
