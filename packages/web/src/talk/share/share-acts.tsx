import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { CardPicture } from './use-card.ts';

/** Gives the browser a picture to save; the address is the page's own and lives as long as the sheet. */
function savePicture({ url, file }: CardPicture): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
}

/** Whether this device has a way of its own to pass things on. */
const canShare = typeof navigator.share === 'function';

/** The platform's own sheet: with the picture where it takes pictures, else with the link alone. */
async function shareNatively(title: string, url: string, card: CardPicture | undefined): Promise<void> {
  const picture = card && { files: [card.file] };
  const withPicture = picture && navigator.canShare?.(picture) ? picture : {};
  // Whoever puts the sheet away again has not failed at anything.
  await navigator.share({ title, url, ...withPicture }).catch(() => undefined);
}

interface ShareActsProps {
  readonly link: string;
  readonly title: string;
  readonly card: CardPicture | undefined;
}

/** Copy the link, save the picture, hand both to another app. */
export function ShareActs({ link, title, card }: ShareActsProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => setSaid(t`Copied.`),
        () => {
          field.current?.select();
          setSaid(t`The browser keeps the clipboard to itself: the link is marked, copy it by hand.`);
        },
      );
  return (
    <div className="space-y-3">
      <input
        ref={field}
        readOnly
        value={link}
        aria-label={t`Link`}
        className="input font-mono text-[0.85rem]"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="btn" onClick={() => void copy()}>
          <Trans>Copy link</Trans>
        </button>
        <button
          type="button"
          className="btn quiet disabled:opacity-55"
          disabled={!card}
          onClick={() => card && savePicture(card)}
        >
          <Trans>Save picture</Trans>
        </button>
        {canShare ? (
          <button type="button" className="btn quiet" onClick={() => void shareNatively(title, link, card)}>
            <Trans>Other apps…</Trans>
          </button>
        ) : null}
        <p role="status" className="text-[0.93rem] text-celadon">
          {said}
        </p>
      </div>
    </div>
  );
}
