import { Plural } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Person } from '@teahouse/contract/members';
import { mutualsQuery } from '../network/queries.ts';
import { peopleWords } from '../network/words.ts';
import { Paged } from '../paged.tsx';
import { MemberLine } from './member-line.tsx';

/** The connections that the reader and a member have in common. */
export function Mutuals({ person }: { person: Person }) {
  const count = person.network?.mutuals ?? 0;
  const pages = useInfiniteQuery({ ...mutualsQuery(person.id), enabled: count > 0 });
  if (count === 0) return null;
  const members = pages.data?.pages.flatMap((page) => page.members) ?? [];
  return (
    <section>
      <h2 className="pb-2 text-ink">
        <Plural value={count} one="# connection in common" other="# connections in common" />
      </h2>
      <Paged words={peopleWords} pages={pages} count={members.length} empty={null}>
        {members.map((member) => (
          <MemberLine key={member.id} member={member} />
        ))}
      </Paged>
    </section>
  );
}
