/** Everything that stands on a card, in words: what crosses to the worker that draws it. */
export interface Drawing {
  /** Of the words around the quote. */
  readonly lang: 'zh' | 'en';
  /** A line above the quote: in which thread a reply was given. */
  readonly above: string | null;
  /** The thread's title; null on the card of a reply. */
  readonly title: string | null;
  /** First words, without marks. */
  readonly text: string;
  /** Null where the words were taken back. */
  readonly speaker: Speaker | null;
  readonly house: string;
  /** What the house says of itself, beside its name. */
  readonly motto: string;
  /** Where to find it, without `https://`. */
  readonly address: string;
}

interface Speaker {
  readonly name: string;
  readonly label: string;
  /** Whether a credential stands behind the label; the bare alias claims nothing. */
  readonly verified: boolean;
  /** Among how many, in words; null where the count is not known. */
  readonly among: string | null;
  /** The mask's SVG. */
  readonly mask: string;
}

/** Pixels: what link previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;
