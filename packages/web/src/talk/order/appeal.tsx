import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OwnNotice, Teahouse } from '@teahouse/client';
import { dayOf } from '@teahouse/protocol';
import { useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { Sending } from '../write/sending.tsx';
import { AppealForm } from './appeal-form.tsx';
import { useDateWords } from './date-words.ts';
import { appealOf, canAppeal } from './notice-groups.ts';

function Leaves({ until }: { until: number }) {
  const minutes = Math.max(1, Math.round((until - Date.now()) / 60_000));
  const hours = Math.round(minutes / 60);
  return minutes < 90 ? (
    <Plural
      value={minutes}
      one="Your appeal leaves in about # minute."
      other="Your appeal leaves in about # minutes."
    />
  ) : (
    <Plural
      value={hours}
      one="Your appeal leaves in about # hour."
      other="Your appeal leaves in about # hours."
    />
  );
}

function Told({ state }: { state: 'open' | 'granted' | 'refused' }) {
  switch (state) {
    case 'open':
      return <Trans>Your appeal is with the moderators. Somebody else than who decided answers, here.</Trans>;
    case 'granted':
      return <Trans>You appealed, and it was granted: the decision does not hold.</Trans>;
    case 'refused':
      return <Trans>You appealed, and it was refused. The answer is final.</Trans>;
  }
}

/** How an appeal against a decision stands, or the way to make one. */
export function AppealPart({ client, notice }: { client: Teahouse; notice: OwnNotice }) {
  const { t } = useLingui();
  const dateWords = useDateWords();
  const [open, setOpen] = useState(false);
  const item = useObserved(client.outbox).findLast(
    ({ compose }) => compose.kind === 'appeal' && compose.decision === notice.id,
  );
  const { notices } = useObserved(client.notices);
  const state = appealOf(notice, item?.state.name === 'sent', notices);
  if (state) {
    return (
      <p className="text-[0.92rem]" data-appeal={state}>
        <Told state={state} />
      </p>
    );
  }
  if (item && (item.state.name === 'refused' || item.state.name === 'failed'))
    return <Sending client={client} item={item} />;
  if (item) {
    const until = item.state.name === 'waiting' ? item.state.until : 0;
    return (
      <p
        aria-live="polite"
        className="flex flex-wrap items-center gap-x-4 text-[0.9rem]"
        data-appeal="leaving"
      >
        {until > Date.now() + 1000 ? (
          <>
            <Leaves until={until} />
            <button
              type="button"
              className="link min-h-11"
              onClick={() => void client.outbox.sendNow(item.id)}
            >
              <Trans>Send now</Trans>
            </button>
          </>
        ) : (
          <span className="shimmer">{t`Your appeal is on its way…`}</span>
        )}
      </p>
    );
  }
  if (!canAppeal(notice, dayOf(new Date()))) return null;
  const until = dateWords(notice.appealUntil ?? '');
  return open ? (
    <AppealForm client={client} decision={notice} onDone={() => setOpen(false)} />
  ) : (
    <p className="flex flex-wrap items-center gap-x-4">
      <button type="button" className="link min-h-11" onClick={() => setOpen(true)}>
        <Trans>Appeal</Trans>
      </button>
      <span className="text-[0.88rem] text-ink-2">
        <Trans>possible until {until}</Trans>
      </span>
    </p>
  );
}
