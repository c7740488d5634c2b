import { useNavigate } from '@tanstack/react-router';
import type { Case } from '@teahouse/contract/desk';
import { useEffect, useRef } from 'react';
import { useKeys } from '../frame/use-keys.ts';
import { placeInQueue } from './place.ts';

const links = () => [...document.querySelectorAll<HTMLElement>('main [data-case]')];
const focused = () => document.activeElement?.getAttribute('data-case') ?? null;

function move(by: number): void {
  const all = links();
  const place = all.findIndex((link) => link.dataset.case === focused());
  const next = place < 0 ? all[by > 0 ? 0 : all.length - 1] : all[place + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** Keys of the queue. What has the focus is what they act upon, so that Tab and they never disagree. */
export function useQueueKeys(cases: readonly Case[], onAssign: (it: Case) => void): void {
  const navigate = useNavigate();
  const here = () => cases.find(({ post }) => post === focused());
  const open = (pick: string) => {
    const it = here() ?? cases[0];
    if (!it) return;
    const params = { room: it.room, post: it.post };
    void navigate({ to: '/desk/case/$room/$post', params, state: { pick } });
  };
  const down = () => move(1);
  const up = () => move(-1);
  const numbers = Object.fromEntries(Array.from('123456789', (digit) => [digit, () => open(digit)]));
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    a: () => {
      const it = here();
      if (it) onAssign(it);
    },
    ...numbers,
  });

  // Whoever comes back from a case finds it under the cursor.
  const isFound = useRef(false);
  useEffect(() => {
    if (isFound.current || cases.length === 0) return;
    isFound.current = true;
    const { post } = placeInQueue();
    links()
      .find((link) => link.dataset.case === post)
      ?.focus();
  }, [cases.length]);
}
