import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Found, Room } from '@teahouse/contract/talk';
import { Mask } from '../../../ui/mask.tsx';
import { SlotTime } from '../../../ui/time.tsx';
import { useName } from '../../../ui/use-name.ts';
import { LabelWords, presentOne, useAliasName } from '../../read/face.tsx';
import { langTag, setTitle } from '../../read/lang.ts';

type Parts = Found['words'];
const plain = (parts: Parts) => parts.map(({ text }) => text).join('');

/** Words with what was asked for marked. */
function Marked({ parts, set = (text) => text }: { parts: Parts; set?: (text: string) => string }) {
  return parts.map(({ text, hit }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
    hit ? <mark key={i}>{set(text)}</mark> : <span key={i}>{set(text)}</span>,
  );
}

/** A post that was found: where it stands, the words that answer, and who said them. */
export function FoundRow({ found, room }: { found: Found; room: Room | undefined }) {
  const name = useName();
  const presented = presentOne(found.alias);
  const alias = useAliasName()(presented);
  const title = plain(found.title);
  return (
    <article className="group relative flex gap-3.5 border-t border-line py-5 sm:gap-5 sm:py-6">
      <div className="pt-1">
        <Mask bytes={presented.mask} size={40} />
      </div>
      <div className="min-w-0 flex-1">
        <h2 lang={langTag(found.lang, title)} className="text-[1.08rem]">
          <Link
            to="/r/$room/t/$thread"
            params={{ room: found.room, thread: found.thread }}
            hash={`p-${found.post}`}
            className="decoration-celadon decoration-1 underline-offset-[0.3em] after:absolute after:inset-0 group-hover:underline"
          >
            {found.title.length > 0 ? (
              <Marked parts={found.title} set={setTitle} />
            ) : (
              <Trans>A thread that its author took back</Trans>
            )}
          </Link>
        </h2>
        <p lang={langTag(found.lang, plain(found.words))} className="mt-1 text-[0.97rem] text-ink-2">
          <Marked parts={found.words} />
        </p>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5 text-[0.84rem] text-ink-2">
          <span>
            <span className="pr-1.5 text-ink">{alias}</span> <LabelWords label={found.alias.label} />
          </span>
          {room ? <span className="whitespace-nowrap">{name(room.name)}</span> : null}
          <SlotTime slot={found.slot} />
          {found.seq > 0 ? (
            <span className="tabular whitespace-nowrap">
              <Trans>reply {found.seq}</Trans>
            </span>
          ) : null}
        </p>
      </div>
    </article>
  );
}
