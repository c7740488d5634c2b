import { Trans, useLingui } from '@lingui/react/macro';
import type { Verdict } from '@teahouse/proof';
import { LabelWords } from '../talk/read/face.tsx';
import { useLabelWords } from '../talk/read/label-words.ts';
import { langTag } from '../talk/read/lang.ts';

const format = (date: Date, locale: string): string =>
  date.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Under which label, and among how many; without the mark of a checked one where that was not shown. */
function Speaker({ verdict: { outcome, what } }: { verdict: Verdict }) {
  const words = useLabelWords()(what.label);
  const { n } = what;
  if (outcome !== 'proven') {
    return (
      <span>
        <Trans>claims to be: {words}</Trans>
      </span>
    );
  }
  return (
    <span>
      <LabelWords label={what.label} />
      {n === null ? null : (
        <>
          <span aria-hidden="true"> · </span>
          <Trans>one of {n} such credentials</Trans>
        </>
      )}
    </span>
  );
}

/** Whether there is something in a text that a post would show as emphasis, a list, a quotation, a link or code. */
const hasMarks = (text: string): boolean => /[*_~`\\]|\]\(|^[ \t]*(?:>|[-+] |\d{1,9}[.)] )/m.test(text);

/**
 * The words of a proof, as plain text: a file from anywhere is hostile until it is checked, and a sentence that holds
 * may still be written to mislead. What was signed is letters, so marks are letters here as well, which is said. It stands apart from what the house says, and can't reach out of its place.
 */
export function Said({ verdict }: { verdict: Verdict }) {
  const { i18n } = useLingui();
  const { title, text, lang, room, instance, acceptedBy } = verdict.what;
  const time = acceptedBy ? format(acceptedBy, i18n.locale) : null;
  return (
    <figure className="isolate border-l-2 border-celadon pl-4 sm:pl-5">
      <blockquote lang={langTag(lang, text ?? '')} dir="auto" className="space-y-2 overflow-hidden" data-said>
        {title ? <p className="font-serif text-[1.12rem] font-bold break-words">{title}</p> : null}
        {text === null ? (
          <p className="text-ink-2">
            <Trans>The file holds no text that could be read.</Trans>
          </p>
        ) : (
          <p className="break-words whitespace-pre-line">{text}</p>
        )}
      </blockquote>
      <figcaption className="mt-2 text-[0.86rem] text-ink-2">
        <p className="text-[0.95rem]">
          <Speaker verdict={verdict} />
        </p>
        {hasMarks(text ?? '') ? (
          <p>
            <Trans>Letter for letter as it was signed; in the thread, marks such as ** are not seen.</Trans>
          </p>
        ) : null}
        <bdi className="break-all">
          {instance ?? '?'} / {room ?? '?'}
        </bdi>
        {time ? (
          <>
            <span aria-hidden="true"> · </span>
            <Trans>accepted no later than {time}</Trans>
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}
