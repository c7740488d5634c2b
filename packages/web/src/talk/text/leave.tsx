import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { hostOf } from './addresses.ts';

/** Asked before a link leads out: whoever runs the other house learns the reader's address on the network. */
export function Leave({ href, onClose }: { href: string; onClose: () => void }) {
  const { t } = useLingui();
  // Closed before it is gone: a dialog that closes gives the focus back to the link.
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  const host = hostOf(href);
  return (
    <Ask open={open} title={t`You are leaving Teahouse`} onClose={onClose}>
      <p>
        <Trans>
          <strong className="break-all">{host}</strong> will see your address on the network, but not where
          you come from.
        </Trans>
      </p>
      <p className="max-h-40 overflow-y-auto font-mono text-[0.84rem] break-all text-ink-2">{href}</p>
      <div className="flex flex-wrap gap-3">
        <a className="btn" href={href} target="_blank" rel="nofollow noopener noreferrer" onClick={close}>
          <Trans>Open the page</Trans>
        </a>
        <button type="button" className="btn quiet" onClick={close}>
          <Trans>Stay here</Trans>
        </button>
      </div>
    </Ask>
  );
}
