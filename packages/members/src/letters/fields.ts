import type { LetterFault } from '@teahouse/contract/members';

/** A field of the header as it stands in the letter, its line folded or not. */
export interface Field {
  /** Lower case. */
  readonly key: string;
  readonly line: Uint8Array;
}
export interface ReadFields {
  /** The one address of the From field. */
  readonly from: string;
}

/** What a letter is headed: an automatic answer puts something before the subject that it answers. */
export const letterSubject = 'verify';

/** What says that a program wrote it (RFC 3834 §5, and usage), or that it answers something. */
const automatic = new Set([
  'in-reply-to',
  'references',
  'list-id',
  'list-unsubscribe',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-from',
  'x-failed-recipients',
  'resent-from',
]);

const textOf = ({ line }: Field) => {
  const text = Buffer.from(line).toString('utf8');
  return text
    .slice(text.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
};

/** The one address in a field, whatever stands around it; undefined where there are none or several. */
function onlyAddress(text: string): string | undefined {
  const found = text.toLowerCase().match(/[^\s<>"'(),:;[\]\\]+@[^\s<>"'(),:;[\]\\]+/g) ?? [];
  return new Set(found).size === 1 ? found[0] : undefined;
}

/**
 * Reads what of a letter's header counts: exactly one From, To and Subject; To is the address with the code and no other,
 * so that no mail that was signed for another purpose can be sent on to us; Subject is the one word that we asked for, and
 * nothing tells of a program, so that nobody gets an answering machine to write for its owner.
 */
export function readFields(fields: readonly Field[], address: string): ReadFields | LetterFault {
  const only = (key: string) => {
    const found = fields.filter((field) => field.key === key);
    return found.length === 1 && found[0] ? textOf(found[0]) : undefined;
  };
  const [from, to, subject] = [only('from'), only('to'), only('subject')];
  if (from === undefined || to === undefined || subject === undefined) return 'malformed';
  const author = onlyAddress(from);
  if (author === undefined || onlyAddress(to) !== address) return 'malformed';
  if (fields.some((field) => automatic.has(field.key) || isAutomatic(field))) return 'automatic';
  if (subject.toLowerCase() !== letterSubject) return 'subject';
  return { from: author };
}

function isAutomatic(field: Field): boolean {
  if (field.key === 'auto-submitted') return textOf(field).toLowerCase() !== 'no';
  if (field.key === 'precedence') return /^(bulk|list|junk|auto_reply)$/i.test(textOf(field));
  if (field.key === 'content-type') return /^(multipart\/report|text\/calendar)/i.test(textOf(field));
  return false;
}
