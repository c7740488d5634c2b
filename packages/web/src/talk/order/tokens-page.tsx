import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OwnNotice, Teahouse } from '@teahouse/client';
import { talkLimits } from '@teahouse/contract/talk/limits';
import type { ReactNode } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { useTitle } from '../../shell/use-title.ts';
import { useDayWords } from '../inbox/day-words.ts';
import { Gate } from '../write/gate.tsx';
import { actionWords } from './decision-words.ts';
import { ruleWords } from './rule-words.ts';
import { TokenPicture } from './token-picture.tsx';
import { losses, nextDraw } from './token-week.ts';

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-8 space-y-2">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function NextDraw({ now }: { now: number }) {
  const { i18n } = useLingui();
  const time = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  }).format(nextDraw(now));
  const n = talkLimits.tokensPerWeek;
  return (
    <p>
      <Trans>
        The next {n} can be drawn from {time}. The app does it by itself when it is open.
      </Trans>
    </p>
  );
}

function Lost({ notices }: { notices: readonly OwnNotice[] }) {
  const { t } = useLingui();
  const dayWords = useDayWords();
  const lost = losses(notices);
  if (lost.length === 0) {
    return (
      <p className="text-ink-2">
        <Trans>None: nothing of yours was removed, as far as this device knows.</Trans>
      </p>
    );
  }
  return (
    <>
      <ul className="border-b border-line">
        {lost.map(({ id, action, rule, day }) => (
          <li key={id} className="flex flex-wrap gap-x-4 border-t border-line py-2 text-[0.95rem]">
            <span>{t(actionWords[action])}</span>
            <span>{t(ruleWords[rule].name)}</span>
            <span className="text-ink-2">{dayWords(day)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/inbox" className="link inline-flex min-h-11 items-center">
          <Trans>The reasons, and how to appeal</Trans>
        </Link>
      </p>
    </>
  );
}

function Own({ client }: { client: Teahouse }) {
  const tokens = useObserved(client.tokens);
  const { notices } = useObserved(client.notices);
  const now = Date.now();
  const { ofWeek, free, back, pending } = tokens;
  const { held, spent } = ofWeek;
  const earlier = free - back - ofWeek.free;
  return (
    <>
      <p className="text-[1.15rem]" data-tokens={tokens.free}>
        {tokens.drawn ? (
          <Plural
            value={tokens.free}
            _0="You have no token left this week."
            one="You have # token."
            other="You have # tokens."
          />
        ) : (
          <Trans>This week's tokens are not drawn yet.</Trans>
        )}
      </p>
      <TokenPicture counts={ofWeek} now={now} />
      <ul className="space-y-1 text-[0.95rem]">
        {spent > 0 ? (
          <li>
            <Plural value={spent} one="# of this week's was spent." other="# of this week's were spent." />
          </li>
        ) : null}
        {held > 0 ? (
          <li>
            <Plural
              value={held}
              one="# is set aside for what waits in your outbox."
              other="# are set aside for what waits in your outbox."
            />
          </li>
        ) : null}
        {back > 0 ? (
          <li>
            <Plural value={back} one="# came back from a post." other="# came back from posts." />
          </li>
        ) : null}
        {earlier > 0 ? (
          <li>
            <Plural value={earlier} one="# is of an earlier week." other="# are of earlier weeks." />
          </li>
        ) : null}
      </ul>
      <Part title={<Trans>What comes back, and when</Trans>}>
        {pending > 0 ? (
          <p data-pending={pending}>
            <Plural
              value={pending}
              one="# of your posts' tokens may still come back."
              other="# of your posts' tokens may still come back."
            />
          </p>
        ) : null}
        <p>
          <Trans>
            The tokens of a post come back a day after it, if it stands then and nobody's report is open.
            Their signatures lie in a file that everybody downloads whole; your device finds its own in there.
          </Trans>
        </p>
        <NextDraw now={now} />
      </Part>
      <Part title={<Trans>What was lost, and why</Trans>}>
        <Lost notices={notices} />
        <p className="text-[0.92rem] text-ink-2">
          <Trans>
            A token that went along with words that were refused is used up as well: sent once more with other
            words, it would show that both are yours.
          </Trans>
        </p>
      </Part>
    </>
  );
}

/** How many tokens somebody has, and why: nothing here is asked of anybody, this device knows it. product.md O3. */
export function TokensPage() {
  const { t } = useLingui();
  useTitle(t`Tokens`);
  const { tokensPerWeek: week, tokensForReply: reply, tokensForThread: thread } = talkLimits;
  const pictures = talkLimits.tokensWithPicture;
  const start = week * talkLimits.weeksToDraw;
  return (
    <div className="page pt-6 sm:pt-9">
      <div className="column">
        <h1 className="pb-3">
          <Trans>Tokens</Trans>
        </h1>
        <Gate>{(client) => <Own client={client} />}</Gate>
        <Part title={<Trans>Why there are tokens</Trans>}>
          <p>
            <Trans>
              Nobody here knows who anybody is, so nobody can be thrown out. Instead everybody draws {week}{' '}
              tokens a week, and each post costs some: a reply {reply}, a thread {thread}, with pictures{' '}
              {pictures}. Whoever writes what stands gets them back a day later. Whoever writes what is
              removed does not, and soon has to wait.
            </Trans>
          </p>
          <p>
            <Trans>
              The tokens of the week before can still be drawn, too: whoever is new here begins with {start},
              and whoever was away for a week has lost nothing.
            </Trans>
          </p>
          <p>
            <Trans>
              A token is signed without being seen, as the credential is. When it is spent, nobody can tell
              whose it was, or which other tokens were drawn with it.
            </Trans>
          </p>
        </Part>
        <p className="pt-5">
          <Link to="/rules" className="link inline-flex min-h-11 items-center">
            <Trans>The rules</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
