import { Trans, useLingui } from '@lingui/react/macro';
import type { Me, OwnProfile } from '@teahouse/contract/members';
import { CheckIcon } from '../../ui/icons.tsx';
import { type Hint, hintsOf } from './hints-of.ts';

/** Eight things a page can have. */
const all = 8;

/** The next things to add, and how far the page is. */
export function Hints({ own, me, onHint }: { own: OwnProfile; me: Me; onHint: (hint: Hint) => void }) {
  const { t } = useLingui();
  const hints = hintsOf(own, me);
  const done = all - hints.length;
  const words: Record<Hint, string> = {
    headline: t`Say in one line what you do`,
    photo: t`Show a photo`,
    experience: t`Say where you worked`,
    proven: t`Add your verified employer: it carries the mark`,
    about: t`Say something about yourself`,
    education: t`Say where you learned`,
    skills: t`Name three things you can do`,
    languages: t`Name the languages you speak`,
    links: t`Add a link`,
    city: t`Say in which city you are`,
  };
  return (
    <section data-hints={hints.length}>
      <h2 className="text-ink">
        {hints.length === 0 ? <Trans>Your page has all it needs</Trans> : <Trans>Your page so far</Trans>}
      </h2>
      <p className="tabular mt-1 flex items-center gap-3">
        <meter
          min={0}
          max={all}
          value={done}
          aria-label={t`How much of your page is there`}
          className="sr-only"
        />
        <span aria-hidden="true" className="flex gap-1">
          {Array.from({ length: all }, (_, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the strokes are alike and stay in their places
              key={at}
              className={`h-1.5 w-4 rounded-full ${at < done ? 'bg-celadon' : 'bg-line'}`}
            />
          ))}
        </span>
        {t`${done} of ${all}`}
      </p>
      {hints.length === 0 ? (
        <p className="mt-2 flex items-center gap-2">
          <CheckIcon />
          <Trans>Who looks finds what they look for.</Trans>
        </p>
      ) : (
        <ul className="mt-2">
          {hints.slice(0, 3).map((hint) => (
            <li key={hint}>
              <button type="button" className="link min-h-11 text-left" onClick={() => onHint(hint)}>
                {words[hint]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
