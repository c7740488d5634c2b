/*
 * Newest first out of an index that knows no order. A GIN index gives all posts with a word at once, which of a common
 * word in a large house are hundreds of thousands. So each post also has a lexeme for the span of time that it lies in, at
 * several sizes: 8 slots (40 minutes), 64, 512 and so on, to twenty years. A search asks for the word within a short span, and goes on to
 * the span before until it has enough; the further back, the longer the spans. How many posts it fetches is then bounded
 * whatever is asked for.
 */

const sizes = [1, 2, 3, 4, 5, 6, 7].map((level) => ({ level, slots: 8 ** level }));
const finest = sizes[0]!.slots;

const spanAt = (level: number, slots: number, slot: number) => `~${level}.${Math.floor(slot / slots)}`;

/** Lexemes of the spans that a slot lies in. */
export const spansOf = (slot: number): string[] =>
  sizes.map(({ level, slots }) => spanAt(level, slots, slot));

/**
 * Spans that together hold every slot from `to` down to `from`, newest first, none twice; the last may reach below `from`,
 * the first above `to`. A longer one is taken when at least half as much is behind. Some seventy at most.
 */
export function spansBetween(from: number, to: number): string[] {
  const spans: string[] = [];
  const top = (Math.floor(to / finest) + 1) * finest;
  let size = sizes[0]!;
  for (let edge = top; edge > Math.max(from, 0); ) {
    const longer = sizes[size.level];
    if (longer && edge % longer.slots === 0 && 2 * (top - edge) >= longer.slots) {
      size = longer;
    } else {
      spans.push(spanAt(size.level, size.slots, edge - 1));
      edge -= size.slots;
    }
  }
  return spans;
}

/** A span and the slot with which it begins. */
export interface Span {
  readonly lexeme: string;
  readonly from: number;
}

/** The span of a size, 1 to 7, that holds a slot. */
export function spanHolding(slot: number, level: number): Span {
  const slots = 8 ** level;
  return { lexeme: spanAt(level, slots, slot), from: slot - (slot % slots) };
}
