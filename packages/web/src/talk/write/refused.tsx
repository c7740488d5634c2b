import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { LabelOption, OutboxItem, OutboxState, Teahouse } from '@teahouse/client';
import { useEffect, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useLabelWords } from '../read/label-words.ts';
import { refusalWords } from './refusal-words.ts';
import { remediesOf } from './refusals.ts';

interface RefusedProps {
  readonly client: Teahouse;
  readonly item: OutboxItem;
  readonly refusal: Extract<OutboxState, { name: 'refused' }>;
}

/** The labels under which the same may be said: that which talk's counts offer, or else all that are allowed. */
function useOtherLabels({ client, item, refusal }: RefusedProps, isWanted: boolean): readonly LabelOption[] {
  const options = useObserved(client.labels)?.options;
  useEffect(() => {
    // Counts may have changed since: that is why it was refused.
    if (isWanted) void client.labels.load().catch(() => undefined);
  }, [client, isWanted]);
  const { compose } = item;
  if (!isWanted || !options || !('label' in compose)) return [];
  const { offer } = refusal;
  if (offer) return options.filter(({ kind }) => kind === offer.kind).slice(0, 1);
  return options.filter(
    ({ kind, company, allowed }) =>
      allowed && !(kind === compose.label?.kind && company === (compose.label.company ?? company)),
  );
}

/** What its author wrote, to be taken elsewhere. */
function CopyText({ text }: { text: string }) {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t`Copied`),
      () => setSaid(t`The browser does not let this page copy: mark the words above by hand.`),
    );
  return (
    <button type="button" className="link min-h-11" onClick={() => void copy()}>
      <span aria-live="polite">{said || t`Copy your words`}</span>
    </button>
  );
}

function textOf({ compose }: OutboxItem): string {
  if (compose.kind === 'thread') return `${compose.title}\n\n${compose.text}`;
  return 'text' in compose ? (compose.text ?? '') : '';
}

/** A refused act: why, and each way out of it that there is. */
export function Refused(props: RefusedProps) {
  const { client, item, refusal } = props;
  const labelWords = useLabelWords();
  const isStopped = useObserved(client.logs).state.name === 'stopped';
  const remedies = remediesOf(refusal.code);
  const has = (remedy: (typeof remedies)[number]) => remedies.includes(remedy);
  const labels = useOtherLabels(props, has('labels'));
  const isRepeatable = has('again') || (has('log') && !isStopped);
  const text = textOf(item);
  return (
    <ErrorNotice code={refusal.code} words={refusalWords}>
      <div className="mt-2 flex flex-wrap items-center gap-x-5">
        {has('papers') ? (
          <Link to="/papers" className="link inline-flex min-h-11 items-center">
            <Trans>My papers</Trans>
          </Link>
        ) : null}
        {has('door') ? (
          <Link
            to="/r/$room"
            params={{ room: item.compose.room }}
            className="link inline-flex min-h-11 items-center"
          >
            <Trans>To the room</Trans>
          </Link>
        ) : null}
        {labels.map(({ kind, company, label, n }) => (
          <button
            key={`${kind}/${company}`}
            type="button"
            className="link min-h-11"
            onClick={() => void client.outbox.relabel(item.id, { kind, company })}
          >
            <Trans>
              Send as “{labelWords(label)}”, 1 of {n}
            </Trans>
          </button>
        ))}
        {isRepeatable ? (
          <button type="button" className="link min-h-11" onClick={() => void client.outbox.sendNow(item.id)}>
            <Trans>Send again</Trans>
          </button>
        ) : null}
        {!isRepeatable && text !== '' ? <CopyText text={text} /> : null}
        <button type="button" className="act danger" onClick={() => void client.outbox.drop(item.id)}>
          <Trans>Throw away</Trans>
        </button>
      </div>
    </ErrorNotice>
  );
}
