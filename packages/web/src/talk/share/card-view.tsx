import { Trans, useLingui } from '@lingui/react/macro';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { CardState } from './use-card.ts';

const languages = [
  ['zh', '中文', 'zh-CN'],
  ['en', 'English', 'en'],
] as const;
export type CardLanguage = (typeof languages)[number][0];

/** In which language the words around the quote stand. */
function Languages({ lang, onChange }: { lang: CardLanguage; onChange: (lang: CardLanguage) => void }) {
  const { t } = useLingui();
  return (
    <fieldset aria-label={t`Language of the card`} className="flex justify-end gap-x-5">
      {languages.map(([code, name, tag]) => (
        <button
          key={code}
          type="button"
          lang={tag}
          aria-pressed={lang === code}
          className="act aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-celadon aria-pressed:decoration-2 aria-pressed:underline-offset-[0.4em]"
          onClick={() => onChange(code)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

interface CardViewProps {
  readonly state: CardState;
  readonly lang: CardLanguage;
  readonly onLang: (lang: CardLanguage) => void;
  /** What the picture shows, for those who do not see it. */
  readonly alt: string;
}

/** The card as others will see it. */
export function CardView({ state: { card, error, again }, lang, onLang, alt }: CardViewProps) {
  const { t } = useLingui();
  return (
    <figure>
      <div className="aspect-[1200/630] overflow-hidden rounded-lg bg-paper-2">
        {card ? <img src={card.url} alt={alt} className="fade block h-full w-full" /> : null}
        {card || error ? null : (
          <div role="status" aria-label={t`Drawing the card…`} className="shimmer h-full bg-line" />
        )}
        {error ? (
          <div className="grid h-full content-center gap-3 overflow-y-auto p-5">
            <ErrorNotice error={error} />
            <p>
              <button type="button" className="btn quiet" onClick={again}>
                <Trans>Try again</Trans>
              </button>
            </p>
          </div>
        ) : null}
      </div>
      <Languages lang={lang} onChange={onLang} />
    </figure>
  );
}
