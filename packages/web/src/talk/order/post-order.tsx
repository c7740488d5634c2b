import { Trans, useLingui } from '@lingui/react/macro';
import type { Caution, Post } from '@teahouse/contract/talk';
import { type ReactNode, useEffect, useState } from 'react';
import { useReading } from '../read/reading.ts';
import { useThread } from '../read/thread-context.ts';
import { Words } from '../text/words.tsx';
import { cautionWords } from './decision-words.ts';
import { decisionsAbout, reasonOf } from './decisions.ts';
import { type OwnWords, useOwnWords } from './own-words.ts';
import { Reason } from './reason.tsx';

function What({ state, own }: { state: Post['order']['state']; own: boolean }) {
  switch (state) {
    case 'held':
      return own ? (
        <Trans>Your words wait for a moderator's look. Nobody has read them yet.</Trans>
      ) : (
        <Trans>A post that waits for a moderator's look. Nobody has read it yet.</Trans>
      );
    case 'hidden':
      return own ? (
        <Trans>Several people reported your words. They are out of sight until a moderator has looked.</Trans>
      ) : (
        <Trans>Several people reported this post. It is out of sight until a moderator has looked.</Trans>
      );
    default:
      return own ? <Trans>Your post was removed.</Trans> : <Trans>This post was removed.</Trans>;
  }
}

/** One's own words, while nobody else reads them. */
function Kept({ words, removed }: { words: OwnWords; removed: boolean }) {
  return (
    <details open={!removed} className="pt-1">
      <summary className="act cursor-pointer">
        <Trans>Your words, on this device only</Trans>
      </summary>
      <Words text={words.text} lang={undefined} called={null} className="opacity-80" />
      {removed ? (
        <button
          type="button"
          className="act danger"
          onClick={() => void words.client.outbox.drop(words.item)}
        >
          <Trans>Throw them away</Trans>
        </button>
      ) : null}
    </details>
  );
}

/** In the place of a post that is not shown: why not, who decided so, and where that can be read. */
export function Withheld({ post }: { post: Post }) {
  const { view, aliases, isMine } = useThread();
  const { room, id: thread } = view.thread;
  const { state } = post.order;
  const reading = decisionsAbout({ room, thread });
  const { data } = useReading(reading);
  const decision = reasonOf(post.id, state, data ?? []);
  const missing = data !== undefined && decision === undefined;
  // It may have been decided since they were read; what was decided just now is made public a few minutes later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each state
  useEffect(() => {
    if (missing) void reading.refresh();
  }, [reading, state]);
  const alias = aliases.get(post.pseudonym);
  const mine = alias !== undefined && isMine(alias);
  const words = useOwnWords(post.id);
  return (
    <div className="space-y-1 border-l-2 border-line py-1 pl-3 text-[0.95rem]" data-order={state}>
      <p className="text-ink-2">
        <What state={state} own={mine} />
      </p>
      {decision ? <Reason decision={decision} /> : null}
      {missing && state === 'removed' ? (
        <p className="text-[0.88rem] text-ink-2">
          <Trans>The reason stands in the public log within ten minutes.</Trans>
        </p>
      ) : null}
      {mine && words ? <Kept words={words} removed={state === 'removed'} /> : null}
    </div>
  );
}

/** What a moderator notes beside a post, as a quiet line above its words. */
export function CautionLine({ caution }: { caution: Caution }) {
  const { t } = useLingui();
  return (
    <p
      className="mt-1 mb-1.5 border-l-2 border-celadon pl-3 text-[0.88rem] text-ink-2"
      data-caution={caution}
    >
      {t(cautionWords[caution])}
    </p>
  );
}

/** Words and pictures that a moderator blurred: whoever wants to see them presses once. */
export function Blurred({ children }: { children: ReactNode }) {
  const [seen, setSeen] = useState(false);
  if (seen) return children;
  return (
    <div className="relative my-1 overflow-hidden rounded-lg" data-blurred>
      <div inert aria-hidden="true" className="max-h-72 min-h-24 blur-md select-none">
        {children}
      </div>
      <div className="absolute inset-0 grid place-items-center bg-paper/60 p-3 text-center">
        <p className="text-[0.92rem]">
          <Trans>A moderator blurred this: not everybody wants to see it.</Trans>{' '}
          <button type="button" className="link min-h-11" onClick={() => setSeen(true)}>
            <Trans>Show it</Trans>
          </button>
        </p>
      </div>
    </div>
  );
}
