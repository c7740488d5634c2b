const gram = 6;
/** Texts shorter than this repeat themselves without harm. */
const from = 240;
/** Share of different 6-grams below which a text is one thing said again and again. */
const least = 0.12;

/** Whether a text is the same words over and over. Linear in its length. */
export function repeatsItself(text: string): boolean {
  if (text.length < from) return false;
  const different = new Set<string>();
  const all = text.length - gram + 1;
  for (let i = 0; i < all; i++) {
    different.add(text.slice(i, i + gram));
    // Most texts have shown enough that is new long before their end.
    if (different.size >= least * all) return false;
  }
  return true;
}
