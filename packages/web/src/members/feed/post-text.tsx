import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

/** Addresses in a text; a sentence's last point is not part of one. */
const address = /https?:\/\/[^\s<>"'，。；！？）】」]+[^\s<>"'，。；！？）】」.,;:!?)\]]/g;

function Linked({ text }: { text: string }) {
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    parts.push(text.slice(end, match.index));
    parts.push(
      <a
        key={match.index}
        className="link"
        href={match[0]}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
      >
        {match[0].replace(/^https?:\/\/(www\.)?/, '').slice(0, 60)}
      </a>,
    );
    end = match.index + match[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

/** The language whose faces a text is set in: Chinese as soon as there is some. */
export const langOf = (text: string): 'zh-CN' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');

const long = 560;
const manyLines = 9;

/** What somebody wrote, in their own lines; what is long shows its beginning first. */
export function PostText({ text, whole = false }: { text: string; whole?: boolean }) {
  const [open, setOpen] = useState(whole);
  if (text === '') return null;
  const isLong = text.length > long || text.split('\n').length > manyLines;
  const folded = isLong && !open;
  return (
    <div className="words">
      <p lang={langOf(text)} className={`plain ${folded ? 'line-clamp-6' : ''}`}>
        <Linked text={text} />
      </p>
      {folded ? (
        <button type="button" className="act -mb-2 font-semibold" onClick={() => setOpen(true)}>
          <Trans>Read on</Trans>
        </button>
      ) : null}
    </div>
  );
}

/** The first address in a text. */
export const firstAddress = (text: string): string | undefined => text.match(address)?.[0];
