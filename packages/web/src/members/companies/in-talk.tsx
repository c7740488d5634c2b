import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { talk } from '../../talk/read/api.ts';
import { useName } from '../../ui/use-name.ts';

const shown = 5;

/** The company's public rooms and what is hot in them, as talk shows anybody: without a cookie, put together here. */
async function readTalk(company: string) {
  const { rooms } = await talk.rooms();
  const own = rooms.filter((room) => room.company === company);
  const open = own.filter(({ access }) => access === 'public');
  const lists = await Promise.all(
    open.map(({ id }) => talk.threads({ params: { room: id }, query: { sort: 'hot', limit: shown } })),
  );
  const threads = lists.flatMap(({ threads: some }) => some);
  return { rooms: own, threads: threads.filter(({ deleted, title }) => !deleted && title).slice(0, shown) };
}

/** What is said about a company in talk, and where. */
export function InTalk({ company }: { company: string }) {
  const name = useName();
  const { data } = useQuery({
    queryKey: ['talk', 'company', company],
    queryFn: () => readTalk(company),
    retry: false,
  });
  if (!data || data.rooms.length === 0) return null;
  return (
    <section aria-labelledby="in-talk">
      <h2 id="in-talk">
        <Trans>In talk</Trans>
      </h2>
      <p className="mt-1 max-w-[34rem] text-[0.92rem] text-ink-2">
        <Trans>
          Colleagues speak there under masks. Nothing of your name goes along, and the company has no hand in
          what stands where.
        </Trans>
      </p>
      {data.threads.length > 0 ? (
        <ul className="mt-3 border-b border-line">
          {data.threads.map(({ id, room, title, replies }) => (
            <li key={id} className="border-t border-line py-3">
              <Link
                to="/r/$room/t/$thread"
                params={{ room, thread: id }}
                className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
              >
                {title}
              </Link>
              <p className="text-[0.88rem] text-ink-2">
                <Plural value={replies} _0="No reply yet" one="# reply" other="# replies" />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap gap-x-5 pt-2">
        {data.rooms.map((room) => (
          <Link key={room.id} to="/r/$room" params={{ room: room.id }} className="act">
            {name(room.name)}
          </Link>
        ))}
      </p>
    </section>
  );
}
