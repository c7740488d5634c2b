import { membersLimits as l } from '@teahouse/contract/members';
import { Parser } from 'htmlparser2';

/** What a page says of itself. */
export interface PageWords {
  readonly title: string;
  readonly words: string;
  /** Address of its picture, as the page writes it. */
  readonly image: string | undefined;
}

/** Open Graph, then what HTML itself has. Only the head is read, and no script is run. */
export function readPage(body: Buffer, type: string): PageWords {
  const meta = new Map<string, string>();
  let title = '';
  let inTitle = false;
  let inHead = true;
  const parser = new Parser(
    {
      onopentag(name, { property, name: called, content }) {
        if (name === 'body') inHead = false;
        if (!inHead) return;
        inTitle = name === 'title' && title === '';
        const key = (property ?? called ?? '').toLowerCase();
        if (name === 'meta' && content !== undefined && key !== '' && !meta.has(key)) meta.set(key, content);
      },
      ontext: (text) => {
        if (inTitle) title += text;
      },
      onclosetag: (name) => {
        if (name === 'title') inTitle = false;
      },
    },
    { decodeEntities: true },
  );
  parser.write(decode(body, type));
  parser.end();
  return {
    title: tidy(meta.get('og:title') ?? title, l.previewTitle),
    words: tidy(meta.get('og:description') ?? meta.get('description') ?? '', l.previewWords),
    image: meta.get('og:image:secure_url') ?? meta.get('og:image'),
  };
}

/** By the header, else by what the page says near its beginning (HTML Standard §13.2.3.2): half of zh pages are GBK. */
function decode(body: Buffer, type: string): string {
  const said = /charset\s*=\s*["']?([\w-]{1,40})/i;
  const [, label = 'utf-8'] = said.exec(type) ?? said.exec(body.subarray(0, 1024).toString('latin1')) ?? [];
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return body.toString('utf8'); // an encoding nobody knows
  }
}

/** One line, without controls and what turns the direction of text; cut at a whole character. */
function tidy(text: string, most: number): string {
  const line = text
    .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .normalize('NFC')
    .trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
