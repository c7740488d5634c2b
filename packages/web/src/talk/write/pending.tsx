import { Trans, useLingui } from '@lingui/react/macro';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import { useEffect } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { Mask } from '../../ui/mask.tsx';
import { isAbout } from '../order/own-words.ts';
import { useThread } from '../read/thread-context.ts';
import { threadOf } from '../read/thread-reading.ts';
import { PendingWords } from './pending-words.tsx';
import { Sending } from './sending.tsx';
import { Unpainted } from './unpainted.tsx';

function Head({ item }: { item: OutboxItem }) {
  switch (item.compose.kind) {
    case 'edit':
      return <Trans>Your new wording</Trans>;
    case 'delete':
      return <Trans>Taking your words back</Trans>;
    default:
      return <Trans>Your reply</Trans>;
  }
}

function PendingPost({ client, item }: { client: Teahouse; item: OutboxItem }) {
  const { view, presented } = useThread();
  const { state, compose } = item;
  const own = client.aliases.own(view);
  const face = own && presented.get(own.pseudonym);
  const sent = state.name === 'sent' ? state.id : undefined;
  const shown = view.posts.some(({ id, order }) => id === sent && order.state === 'shown');
  const { room, kind } = compose;
  const target = 'target' in compose ? compose.target : undefined;
  useEffect(() => {
    if (sent === undefined) return;
    const drop = () => void client.outbox.drop(item.id);
    if (shown || kind === 'delete') drop();
    if (shown) return;
    // The live line tells it too; if that is down, the page is read again.
    const reading = threadOf({ room, thread: view.thread.id });
    void reading.refresh().then(() => {
      const changed = reading.snapshot().data?.posts.find(({ id }) => id === target);
      // A new wording that waits for a look stays on this device until somebody else can read it.
      if (kind === 'edit' && changed?.order.state !== 'held') drop();
    });
  }, [sent, shown, kind, target, client, item.id, room, view.thread.id]);
  if (kind === 'thread') return null;
  return (
    <li className="rise flex gap-3 border-t border-dashed border-line py-4">
      {face ? <Mask bytes={face.mask} size={34} /> : <Unpainted size={34} />}
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="text-[0.86rem] text-ink-2">
          <Head item={item} />
        </p>
        {'text' in compose ? <PendingWords text={compose.text ?? ''} /> : null}
        <Sending client={client} item={item} />
      </div>
    </li>
  );
}

/** What this device is about to say in the thread on the screen, before the server has it. */
export function Pending({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { view } = useThread();
  const outbox = useObserved(client.outbox);
  // Votes say under their post where they are.
  const said = ({ compose, state }: OutboxItem) => {
    const { kind } = compose;
    // What opened the thread has led here; it stays until everybody can read it.
    if (kind === 'thread') return state.name === 'sent' && state.thread === view.thread.id;
    return (kind === 'reply' || kind === 'edit' || kind === 'delete') && compose.thread === view.thread.id;
  };
  // What is not shown to others stands in its own place.
  const withheld = view.posts.filter(({ order }) => order.state !== 'shown');
  const here = outbox.filter((item) => said(item) && !withheld.some(({ id }) => isAbout(item, id)));
  if (here.length === 0) return null;
  return (
    <ol aria-label={t`On the way out`} className="pt-2">
      {here.map((item) => (
        <PendingPost key={item.id} client={client} item={item} />
      ))}
    </ol>
  );
}
