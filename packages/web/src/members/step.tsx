import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CheckIcon } from '../ui/icons.tsx';

export type StepState = 'done' | 'next' | 'later';

const dot: Record<StepState, string> = {
  done: 'bg-celadon text-paper border-celadon',
  next: 'bg-paper border-celadon text-celadon border-2',
  later: 'bg-paper border-line text-ink-2',
};

/** One step of the way in: what it is, why, and its one action when its turn has come. */
export function Step({
  state,
  title,
  action,
  children,
}: {
  state: StepState;
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useLingui();
  const says = { done: t`done`, next: t`next`, later: t`later` }[state];
  return (
    <li
      data-step={state}
      className="relative flex gap-5 pb-9 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-9 [&:not(:last-child)]:before:bottom-0 [&:not(:last-child)]:before:left-[1.1rem] [&:not(:last-child)]:before:w-px [&:not(:last-child)]:before:bg-line"
    >
      <span
        className={`relative z-10 grid h-9 w-9 flex-none place-items-center rounded-full border ${dot[state]}`}
      >
        {state === 'done' ? <CheckIcon /> : null}
        <span className="sr-only">{says}</span>
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <h2 className={state === 'later' ? 'text-ink-2' : ''}>{title}</h2>
        <div className="mt-0.5 text-[0.95rem] text-ink-2">{children}</div>
        {state === 'next' && action ? <div className="rise mt-4">{action}</div> : null}
      </div>
    </li>
  );
}
