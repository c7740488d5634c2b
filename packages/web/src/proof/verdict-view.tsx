import { Trans, useLingui } from '@lingui/react/macro';
import { type Verdict, verdictWords } from '@teahouse/proof';
import { type ReactNode, useMemo } from 'react';
import { CheckList } from './check-list.tsx';
import { LogKeys } from './log-keys.tsx';
import { Said } from './said.tsx';
import { Stamp } from './stamp.tsx';
import { useNames } from './use-names.ts';

function Sentences({
  title,
  of,
  className = '',
}: {
  title: ReactNode;
  of: readonly string[];
  className?: string;
}) {
  if (of.length === 0) return null;
  return (
    <section className={className}>
      <h4 className="font-semibold">{title}</h4>
      <ul className="mt-1 list-disc space-y-1.5 pl-5 marker:text-ink-2">
        {of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** What a proof came to: the seal, the words themselves, what follows from them and what does not. */
export function VerdictView({ verdict, caption }: { verdict: Verdict; caption?: ReactNode }) {
  const { i18n } = useLingui();
  const names = useNames(verdict.what.instance ?? '');
  const words = useMemo(
    () => verdictWords(verdict, i18n.locale === 'zh' ? 'zh' : 'en', names),
    [verdict, i18n.locale, names],
  );
  const proven = verdict.outcome === 'proven';
  const compared = verdict.checks.some(({ code, state }) => code === 'keys-trusted' && state === 'ok');
  return (
    <div className="space-y-6" data-outcome={verdict.outcome}>
      <div className="flex items-center gap-5">
        <Stamp outcome={proven && !compared ? 'sound' : verdict.outcome} />
        <div className="min-w-0">
          {caption}
          <h3 className={`text-[1.35rem] ${proven ? 'text-celadon' : 'text-cinnabar'}`}>{words.headline}</h3>
        </div>
      </div>
      <Sentences className="notice danger" title={<Trans>What does not hold</Trans>} of={words.failed} />
      <Said verdict={verdict} />
      <Sentences title={<Trans>What this proves</Trans>} of={words.proves} />
      <Sentences
        className="text-[0.95rem] text-ink-2"
        title={<Trans>What it does not prove</Trans>}
        of={words.notProven}
      />
      <LogKeys verdict={verdict} />
      <CheckList checks={verdict.checks} />
    </div>
  );
}
