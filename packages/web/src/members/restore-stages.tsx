import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CheckIcon } from '../ui/icons.tsx';

/** Where the bringing of a key stands: masks looked at so far, own ones among them. */
export interface Looking {
  readonly at: 'masks' | 'tokens';
  readonly looked: number;
  readonly found: number;
}

function Stage({ state, children }: { state: 'done' | 'now' | 'later'; children: ReactNode }) {
  const { t } = useLingui();
  const says = { done: t`done`, now: t`now`, later: t`later` }[state];
  return (
    <li className={`flex min-h-8 items-center gap-3 ${state === 'later' ? 'text-ink-2' : ''}`}>
      <span
        className={`grid h-6 w-6 flex-none place-items-center rounded-full border ${
          state === 'done'
            ? 'border-celadon bg-celadon text-paper'
            : state === 'now'
              ? 'shimmer border-2 border-celadon'
              : 'border-line'
        }`}
      >
        {state === 'done' ? <CheckIcon /> : null}
        <span className="sr-only">{says}</span>
      </span>
      <span className="tabular">{children}</span>
    </li>
  );
}

/** The three stages of bringing a key, with what was found up to now. */
export function RestoreStages({ looking }: { looking: Looking }) {
  const { at, looked, found } = looking;
  return (
    <ol className="rise space-y-1.5 border-t border-line pt-4 text-[0.95rem]" data-stage={at}>
      <Stage state="done">
        <Trans>The key is here</Trans>
      </Stage>
      <Stage state={at === 'masks' ? 'now' : 'done'}>
        {at === 'masks' ? (
          <>
            <Plural
              value={looked}
              _0="Fetching the list of all masks…"
              one="# mask looked at,"
              other="# masks looked at,"
            />{' '}
            {looked > 0 ? <Plural value={found} _0="none of yours yet" other="# of them yours" /> : null}
          </>
        ) : (
          <Plural value={found} _0="No mask of yours" one="# mask of yours" other="# masks of yours" />
        )}
      </Stage>
      <Stage state={at === 'tokens' ? 'now' : 'later'}>
        <Trans>Credential and tokens</Trans>
      </Stage>
    </ol>
  );
}
