import type { Post } from '@teahouse/contract/talk';
import { blocksOf } from './blocks.ts';
import { langTag } from './lang.ts';

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
