interface Block {
  readonly key: string;
  readonly quote: boolean;
  readonly lines: string;
}

/** Splits a text at empty lines; a block whose lines all begin with `>` is a quotation. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block, i) => {
      const quote = block.split('\n').every((line) => line.startsWith('>'));
      return { key: `${i}`, quote, lines: quote ? block.replace(/^> ?/gm, '') : block };
    });
}
