import { Trans } from '@lingui/react/macro';

/** The 24 words as a printed sheet: to be copied by hand, or printed alone. */
export function PhraseCard({ words }: { words: readonly string[] }) {
  return (
    <figure className="phrase-card" data-testid="phrase">
      <figcaption className="flex items-baseline justify-between gap-4 border-b-2 border-current pb-2 font-serif font-bold">
        <span>
          <Trans>24 words of a key to the Teahouse</Trans>
        </span>
      </figcaption>
      <ol lang="en" className="grid grid-cols-2 gap-x-6 pt-3 sm:grid-cols-3">
        {words.map((word, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may occur twice, its place is what it is
            key={i}
            className="flex min-h-9 items-baseline gap-3 border-b border-dotted border-current/40 font-mono text-[1.02rem]"
          >
            <span className="tabular w-6 text-right text-[0.78rem] opacity-70">{i + 1}</span>
            <span>{word}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
