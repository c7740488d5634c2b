import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CheckIcon, CopyIcon } from '../../ui/icons.tsx';

/** A text to carry elsewhere, as it is: shown whole, copied with one touch. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <div className="field">
      <span className="text-[0.95rem] font-semibold">{label}</span>
      <button
        type="button"
        className="flex min-h-12 w-full items-center justify-between gap-4 rounded-xl bg-celadon-soft px-4 py-2 text-left font-mono text-ink"
        aria-label={t`Copy ${text}`}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
        <span className="shrink-0">{copied ? <CheckIcon /> : <CopyIcon />}</span>
        <span role="status" className="sr-only">
          {copied ? t`Copied` : ''}
        </span>
      </button>
    </div>
  );
}
