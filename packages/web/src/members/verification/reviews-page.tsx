import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Review } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { Sheet } from '../form.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { reasonWords } from './reason-words.ts';
import { ReviewForm } from './review-form.tsx';

type State = 'waits' | 'decided';

/** The photo beside the claim, and the decision. Opened one at a time: nobody needs to see two badges at once. */
function OpenReview({ review, onDecided }: { review: Review; onDecided: () => Promise<void> }) {
  const { t } = useLingui();
  const [gone, setGone] = useState(false);
  const company = useName()(review.company.name);
  const { member } = review;
  return (
    <div className="rise space-y-6 py-5">
      {gone ? (
        <ErrorNotice code="badge-gone" words={memberWords} />
      ) : (
        <img
          src={`${membersPrefix}/reviews/${review.id}/picture`}
          alt={t`The badge`}
          className="max-h-[70dvh] rounded-xl"
          onError={() => setGone(true)}
        />
      )}
      <p>
        <Trans>
          Does it name <strong>{member}</strong> and <strong>{company}</strong>, and is there a staff number?
        </Trans>
      </p>
      <ReviewForm review={review} onDecided={onDecided} />
    </div>
  );
}

function Waiting({ review, onDecided }: { review: Review; onDecided: () => Promise<void> }) {
  const name = useName();
  const [open, setOpen] = useState(false);
  const { member, sent, barred } = review;
  return (
    <li className="border-t border-line py-3" data-review={review.id}>
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4">
        <p>
          <strong>{name(review.company.name)}</strong> {member}
          <span className="block text-[0.88rem] text-ink-2">
            <Trans>sent on {sent}</Trans>
          </span>
        </p>
        {barred ? null : (
          <button type="button" className="btn quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <Trans>Put it away</Trans> : <Trans>Look at it</Trans>}
          </button>
        )}
      </div>
      {barred ? (
        <p className="notice warm mt-2 text-[0.92rem]">
          {barred === 'own' ? (
            <Trans>This is your own. Another reviewer decides.</Trans>
          ) : (
            <Trans>You work or worked there, so you neither see nor decide this one.</Trans>
          )}
        </p>
      ) : null}
      {open ? <OpenReview review={review} onDecided={onDecided} /> : null}
    </li>
  );
}

/** What stays of a decision: who, on which day, why. */
function Decided({ review }: { review: Review }) {
  const { t } = useLingui();
  const name = useName();
  const { decided, by } = review;
  return (
    <li className="border-t border-line py-4">
      <p>
        <strong>{name(review.company.name)}</strong>{' '}
        {review.state === 'accepted' ? <Trans>accepted</Trans> : <Trans>refused</Trans>}
        <span className="block text-[0.88rem] text-ink-2">
          {by ? (
            <Trans>
              on {decided} by {by}
            </Trans>
          ) : (
            <Trans>on {decided}</Trans>
          )}
        </span>
      </p>
      {review.reason ? <p className="text-ink-2">{t(reasonWords[review.reason])}</p> : null}
      {review.words ? <p className="whitespace-pre-line">{review.words}</p> : null}
    </li>
  );
}

function Queue({ state }: { state: State }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const key = ['members', 'reviews', state];
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      membersApi.reviews({ query: { state, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const all = pages.data?.pages.flatMap(({ reviews }) => reviews) ?? [];
  const onDecided = () => queries.invalidateQueries({ queryKey: ['members', 'reviews'] });
  return (
    <Paged
      pages={pages}
      count={all.length}
      words={memberWords}
      empty={
        <Empty title={state === 'waits' ? t`No badge waits` : t`Nothing was decided yet`}>
          <p>
            <Trans>When a member sends a photo of a badge, it waits here until somebody looks at it.</Trans>
          </p>
        </Empty>
      }
    >
      {all.map((review) =>
        state === 'waits' ? (
          <Waiting key={review.id} review={review} onDecided={onDecided} />
        ) : (
          <Decided key={review.id} review={review} />
        ),
      )}
    </Paged>
  );
}

function Reviews() {
  const { t } = useLingui();
  const [state, setState] = useState<State>('waits');
  const tabs: [State, string][] = [
    ['waits', t`Waiting`],
    ['decided', t`Decided`],
  ];
  return (
    <Sheet
      title={t`Badges`}
      aside={
        <div className="space-y-4">
          <h2 className="text-ink">
            <Trans>What to look for</Trans>
          </h2>
          <p>
            <Trans>
              The name of the account, the company, and a number that is this person's alone. One badge is one
              voice: the number makes sure of it. If it can't be read, refuse and say what is missing.
            </Trans>
          </p>
          <p>
            <Trans>
              With your decision the photo is destroyed at once, for you too. What stays is who decided, on
              which day, and why.
            </Trans>
          </p>
        </div>
      }
    >
      <fieldset className="mb-4 flex gap-5">
        <legend className="sr-only">{t`Which badges`}</legend>
        {tabs.map(([key, words]) => (
          <button
            key={key}
            type="button"
            className={`act ${state === key ? 'font-semibold text-ink' : ''}`}
            aria-pressed={state === key}
            onClick={() => setState(key)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <Queue state={state} />
    </Sheet>
  );
}

/** Where a reviewer looks at badges and decides. */
export function ReviewsPage() {
  const { t } = useLingui();
  useTitle(t`Badges`);
  return <SignedIn>{() => <Reviews />}</SignedIn>;
}
