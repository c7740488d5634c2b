import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { MemberCard } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useName } from '../../ui/use-name.ts';
import { Avatar } from './avatar.tsx';

/** How many steps away: 1st, 2nd, 3rd; nothing for oneself and for those further off. */
export function DegreeChip({ degree }: { degree: MemberCard['degree'] }) {
  const { t } = useLingui();
  if (!degree) return null;
  const words = { 1: t`1st`, 2: t`2nd`, 3: t`3rd` }[degree];
  const says = {
    1: t`Connected with you`,
    2: t`Connected with one of your connections`,
    3: t`Three steps from you`,
  }[degree];
  return (
    <span className="chip" title={says}>
      {words}
    </span>
  );
}

/** The employer that was proven, with its mark. */
export function Employer({ employer }: { employer: NonNullable<MemberCard['employer']> }) {
  const name = useName()(employer.name);
  return employer.standing === 'current' ? (
    <span className="verified text-celadon">{name}</span>
  ) : (
    <span>
      <Trans>formerly {name}</Trans>
    </span>
  );
}

/** A member in a list: who it is, one line of more, and what can be done. */
export function MemberLine({
  member,
  children,
  acts,
  brief = false,
}: {
  member: MemberCard;
  children?: ReactNode;
  acts?: ReactNode;
  /** One short act, for which there is room beside the name also on a phone. */
  brief?: boolean;
}) {
  const { name, handle, headline, photo, employer, degree } = member;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line py-4" data-member={handle}>
      <Avatar name={name} photo={photo} />
      <div className={`min-w-0 flex-1 ${brief ? 'basis-40' : 'basis-52'}`}>
        <p className="flex flex-wrap items-center gap-x-2">
          <Link
            to="/in/$handle"
            params={{ handle }}
            className="-my-1.5 inline-flex min-h-11 items-center font-semibold hover:text-celadon"
          >
            {name}
          </Link>
          <DegreeChip degree={degree} />
        </p>
        {headline ? <p className="-mt-1.5 text-[0.95rem]">{headline}</p> : null}
        {employer ? (
          <p className="text-[0.88rem] text-ink-2">
            <Employer employer={employer} />
          </p>
        ) : null}
        {children}
      </div>
      {acts ? (
        <div
          className={`flex flex-wrap items-center gap-x-4 gap-y-1 ${brief ? '' : 'max-md:w-full max-md:pl-16'}`}
        >
          {acts}
        </div>
      ) : null}
    </li>
  );
}
