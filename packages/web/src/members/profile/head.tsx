import { Plural, Trans } from '@lingui/react/macro';
import type { Person } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { DegreeChip, Employer } from './member-line.tsx';

const { countedMax } = membersLimits.network;

/** How many, up to where it is counted. */
function Counts({ network }: { network: NonNullable<Person['network']> }) {
  const { connections, followers } = network;
  return (
    <p className="tabular mt-1 flex flex-wrap gap-x-4 text-[0.9rem] text-ink-2">
      <span>
        {connections > countedMax ? (
          <Trans>more than {countedMax} connections</Trans>
        ) : (
          <Plural value={connections} one="# connection" other="# connections" />
        )}
      </span>
      <span>
        {followers > countedMax ? (
          <Trans>more than {countedMax} followers</Trans>
        ) : (
          <Plural value={followers} one="# follower" other="# followers" />
        )}
      </span>
    </p>
  );
}

/** Photo, name, headline and employer. */
export function Head({
  person,
  photo,
  children,
}: {
  person: Person;
  photo?: ReactNode;
  children?: ReactNode;
}) {
  const { name, headline, employer, degree, network, sections } = person;
  return (
    <div className="flex flex-wrap items-start gap-x-7 gap-y-4">
      {photo ?? <Avatar name={name} photo={person.photo} size={112} />}
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="flex flex-wrap items-center gap-x-3" tabIndex={-1}>
          <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
          <span className="font-sans text-[1rem] font-normal">
            <DegreeChip degree={degree} />
          </span>
        </h1>
        {headline ? <p className="mt-1 text-[1.1rem]">{headline}</p> : null}
        <p className="mt-1 flex flex-wrap gap-x-4 text-[0.95rem] text-ink-2">
          {employer ? <Employer employer={employer} /> : null}
          {sections.city ? <span>{sections.city}</span> : null}
        </p>
        {network ? <Counts network={network} /> : null}
        {children}
      </div>
    </div>
  );
}
