import { Trans, useLingui } from '@lingui/react/macro';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import { useEffect } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { Mask } from '../../ui/mask.tsx';
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
  const shown =
    state.name === 'sent' && compose.kind === 'reply' && view.posts.some(({ id }) => id === state.id);
  const changed = state.name === 'sent' && compose.kind !== 'reply';
  useEffect(() => {
    if (state.name !== 'sent') return;
    // The live line tells it too; if that is down, the page is read again.
    if (shown || changed) void client.outbox.drop(item.id);
    if (!shown) void threadOf({ room: compose.room, thread: view.thread.id }).refresh();
  }, [state.name, shown, changed, client, item.id, compose.room, view.thread.id]);
  return (
    <li className="rise flex gap-3 border-t border-dashed border-line py-4">
      {face ? <Mask bytes={face.mask} size={34} /> : <Unpainted size={34} />}
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="text-[0.86rem] text-ink-2">
          <Head item={item} />
        </p>
        {'text' in compose ? <PendingWords text={compose.text} /> : null}
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
  const said = ({ kind }: OutboxItem['compose']) => kind === 'reply' || kind === 'edit' || kind === 'delete';
  const here = outbox.filter(
    ({ compose }) => said(compose) && 'thread' in compose && compose.thread === view.thread.id,
  );
  if (here.length === 0) return null;
  return (
    <ol aria-label={t`On the way out`} className="pt-2">
      {here.map((item) => (
        <PendingPost key={item.id} client={client} item={item} />
      ))}
    </ol>
  );
}
