import type { Post } from '@teahouse/contract/talk';
import { langTag } from './lang.ts';

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

/** The words of a post as paragraphs and quotations, in their own language; never as markup. */
export function PostText({ body, className = '' }: { body: NonNullable<Post['body']>; className?: string }) {
  return (
    <div lang={langTag(body.lang, body.text)} className={`space-y-3 whitespace-pre-line ${className}`}>
      {blocksOf(body.text).map(({ key, quote, lines }) =>
        quote ? (
          <blockquote key={key} className="border-l-2 border-celadon pl-3 text-ink-2">
            {lines}
          </blockquote>
        ) : (
          <p key={key}>{lines}</p>
        ),
      )}
    </div>
  );
}
