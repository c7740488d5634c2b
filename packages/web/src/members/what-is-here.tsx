import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CheckIcon, LockIcon, PeopleIcon } from '../ui/icons.tsx';
import { FeedIcon } from './feed/icons.tsx';

function Thing({ icon, title, children }: { icon: ReactNode; title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-4 border-t border-line py-4">
      <span className="mt-1 grid h-6 w-6 flex-none place-items-center text-celadon">{icon}</span>
      <div>
        <h2 className="text-[1.05rem]">{title}</h2>
        <p className="text-[0.95rem] text-ink-2">{children}</p>
      </div>
    </li>
  );
}

/** What somebody finds in the named half who joins: for those who stand before its door. */
export const WhatIsHere = () => (
  <ul className="mt-10 border-b border-line">
    <Thing icon={<CheckIcon />} title={<Trans>Employers that were proven</Trans>}>
      <Trans>A company with the mark was verified. You know who you are talking to.</Trans>
    </Thing>
    <Thing icon={<PeopleIcon />} title={<Trans>A network of your own</Trans>}>
      <Trans>Requests with a note, people you may know and why, and nobody who can not be blocked.</Trans>
    </Thing>
    <Thing icon={<FeedIcon />} title={<Trans>A feed that says why</Trans>}>
      <Trans>Each post tells why it is there. You choose the order, and nobody can pay for a place.</Trans>
    </Thing>
    <Thing icon={<LockIcon />} title={<Trans>Nobody watches you read</Trans>}>
      <Trans>No last visit, no list of who looked at whom, no time finer than a day.</Trans>
    </Thing>
  </ul>
);
