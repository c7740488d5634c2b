import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { hasHolder } from '../../holder/marker.ts';
import { useHolder } from '../../holder/use-holder.ts';
import { currentLocale } from '../../shell/locale.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { CardView } from './card-view.tsx';
import { OwnWarning } from './own-warning.tsx';
import { ShareActs } from './share-acts.tsx';
import { cardAddress, type Shared, shareLink } from './share-link.ts';
import { useCard } from './use-card.ts';

export interface ShareSheetProps {
  readonly shared: Shared;
  /** Title of the thread, for the apps that the link is handed to. */
  readonly title: string;
  /** Who speaks. */
  readonly who: string;
  readonly mine: boolean;
  readonly onClose: () => void;
}

/**
 * Passing on a thread or a reply: the card as others will see it, the link, the picture. The card of one's own words is
 * asked for only on demand: talk must not be asked for "my" post by itself (architecture.md).
 */
export function ShareSheet({ shared, title, who, mine, onClose }: ShareSheetProps) {
  const { t } = useLingui();
  const [lang, setLang] = useState(currentLocale);
  const [asked, setAsked] = useState(false);
  // Until the wallet is open it can't be said whose words these are.
  const isKnown = useHolder() !== null || !hasHolder();
  const wanted = isKnown && (!mine || asked);
  const state = useCard(wanted ? cardAddress(shared, lang) : null);
  return (
    <Sheet title={t`Share`} onClose={onClose}>
      <div className="space-y-5">
        {isKnown && mine ? <OwnWarning asked={asked} onAsk={() => setAsked(true)} /> : null}
        {!isKnown || wanted ? (
          <CardView
            {...{ state, lang }}
            onLang={setLang}
            alt={t`Share card: ${who} in “${title}”, with mask, label and first words`}
          />
        ) : null}
        <ShareActs link={shareLink(shared, window.location.origin)} {...{ title }} card={state.card} />
        <p className="notice text-[0.95rem]">
          <Trans>
            Whoever opens the link sees what everybody sees. It says nothing about who passed it on.
          </Trans>
        </p>
      </div>
    </Sheet>
  );
}
