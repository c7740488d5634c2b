import { createElement, Fragment, type MouseEvent, memo, type ReactNode, useMemo, useState } from 'react';
import { langTag } from '../read/lang.ts';
import { hostOf } from './addresses.ts';
import { Leave } from './leave.tsx';
import { cutAtNames, type Names } from './mentions.ts';
import { paint } from './paint.tsx';
import { painted } from './painted.ts';
import { wordsOf } from './words-of.ts';

/** Who may be called in a text, and how a mask is shown there. */
export interface Called {
  readonly names: Names;
  /** The post's own list (`body.mentions`): a name that is not in it stays words, so that no mask can be faked. */
  readonly pseudonyms: ReadonlySet<string>;
  readonly chip: (pseudonym: string) => ReactNode;
}

interface WordsProps {
  readonly text: string;
  readonly lang?: 'zh' | 'en' | undefined;
  readonly called?: Called | null;
  readonly className?: string;
}

const isForeign = (href: string): boolean => new URL(href).origin !== location.origin;

/** A link shows whose house it leads to, unless its words do; out of Teahouse it asks first. */
function paintLink(href: string, words: ReactNode, plain: boolean, ask: (href: string) => void): ReactNode {
  const foreign = isForeign(href);
  const asked = (event: MouseEvent) => {
    event.preventDefault();
    ask(href);
  };
  return (
    <>
      <a
        href={href}
        rel="nofollow noopener noreferrer"
        {...(foreign ? { target: '_blank', onClick: asked, onAuxClick: asked } : {})}
      >
        {words}
      </a>
      {plain ? null : <bdi className="host"> ({hostOf(href)})</bdi>}
    </>
  );
}

function paintNames(text: string, { names, pseudonyms, chip }: Called): ReactNode {
  const stretches = cutAtNames(text, names).map(({ text, pseudonym }) =>
    pseudonym !== null && pseudonyms.has(pseudonym) ? chip(pseudonym) : painted(text),
  );
  return createElement(Fragment, null, ...stretches);
}

/**
 * Words that somebody wrote, with their marks (Markdown subset), in their own language and direction; nothing in them
 * reaches out of their place.
 */
export const Words = memo(function Words({ text, lang, called = null, className = '' }: WordsProps) {
  const [leaving, setLeaving] = useState<string | null>(null);
  const tree = useMemo(() => wordsOf(text), [text]);
  const shown = useMemo(
    () =>
      paint(tree, {
        words: (words) => (called ? paintNames(words, called) : painted(words)),
        link: (href, words, plain) => paintLink(href, words, plain, setLeaving),
      }),
    [tree, called],
  );
  return (
    <>
      <div lang={langTag(lang, text)} dir="auto" className={`words ${className}`}>
        {shown}
      </div>
      {leaving === null ? null : <Leave href={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
});
