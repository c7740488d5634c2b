import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Me, OwnProfile, Person, Section } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PencilIcon } from '../../ui/icons.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { withBeside } from '../beside.tsx';
import { ownQuery, personQuery } from '../network/queries.ts';
import { peopleWords } from '../network/words.ts';
import { OpenSettingWay } from '../open/way.tsx';
import { SignedIn } from '../session.tsx';
import { AboutTheMark } from './about-the-mark.tsx';
import { Avatar } from './avatar.tsx';
import { EditHead } from './edit/edit-head.tsx';
import { EditPart } from './edit/edit-part.tsx';
import { Head } from './head.tsx';
import { Hints } from './hints.tsx';
import type { Hint } from './hints-of.ts';
import { useAudienceWords } from './level-words.ts';
import { OwnWays } from './own-ways.tsx';
import { PhotoDialog } from './photo/photo-dialog.tsx';
import { Posts } from './posts.tsx';
import { SectionView, sectionOrder, useSectionTitles } from './views.tsx';

type Editing = Section | 'head' | 'photo' | undefined;
const parts = [...sectionOrder.slice(0, 1), 'city', ...sectionOrder.slice(1)] as const;

interface PartProps {
  readonly name: Section;
  readonly own: OwnProfile;
  readonly person: Person;
  readonly me: Me;
  readonly editing: boolean;
  readonly onEdit: (editing: Editing) => void;
}

/** A part with its pencil, or its form in its place. */
function Part({ name, own, person, me, editing, onEdit }: PartProps) {
  const { t } = useLingui();
  const title = useSectionTitles()[name];
  const readers = useAudienceWords()[own.sections[name].audience];
  const shown = SectionView({ name, sections: person.sections });
  return (
    <section
      className={`border-t border-line ${shown || editing ? 'pt-5 pb-7' : 'py-1.5'}`}
      data-section={name}
    >
      <div className={`flex items-center gap-3 ${shown || editing ? 'pb-2' : ''}`}>
        <h2 className={shown || editing ? '' : 'text-[1.05rem] text-ink-2'}>{title}</h2>
        <span className="ml-auto text-[0.86rem] text-ink-2">
          <span className="sr-only">
            <Trans>Who sees this</Trans>:{' '}
          </span>
          {readers}
        </span>
        {editing ? null : (
          <button
            type="button"
            className="icon-btn"
            aria-label={t`Change: ${title}`}
            onClick={() => onEdit(name)}
          >
            <PencilIcon />
          </button>
        )}
      </div>
      {editing ? (
        <EditPart section={name} own={own} person={person} me={me} onDone={() => onEdit(undefined)} />
      ) : (
        shown
      )}
    </section>
  );
}

function OwnHead({
  own,
  person,
  editing,
  onEdit,
}: {
  own: OwnProfile;
  person: Person;
  editing: Editing;
  onEdit: (editing: Editing) => void;
}) {
  const { t } = useLingui();
  return (
    <>
      <Head
        person={person}
        photo={
          <button
            type="button"
            className="relative rounded-full"
            aria-label={own.photo === null ? t`Show a photo` : t`Change the photo`}
            onClick={() => onEdit('photo')}
          >
            <Avatar name={person.name} photo={own.photo} size={112} />
            <span className="absolute right-0 bottom-0 grid h-9 w-9 place-items-center rounded-full border border-line bg-paper text-ink-2">
              <PencilIcon />
            </span>
          </button>
        }
      >
        {editing === 'head' ? (
          <EditHead own={own} onDone={() => onEdit(undefined)} />
        ) : (
          <p className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
            <button type="button" className="btn quiet" onClick={() => onEdit('head')}>
              <Trans>Headline, address, readers</Trans>
            </button>
            <span className="text-[0.9rem] text-ink-2">
              {own.page === 'everyone' ? (
                <Trans>Everyone finds this page.</Trans>
              ) : (
                <Trans>Members find this page, nobody else.</Trans>
              )}
            </span>
          </p>
        )}
      </Head>
      <PhotoDialog
        open={editing === 'photo'}
        hasPhoto={own.photo !== null}
        onClose={() => onEdit(undefined)}
      />
    </>
  );
}

const editingOf = (hint: Hint): Editing =>
  hint === 'headline' ? 'head' : hint === 'proven' ? 'experience' : hint;

/** One's own page: as others see it, with everything to be changed in its place. */
export function OwnPage({ person }: { person: Person }) {
  const { t } = useLingui();
  const { data: own, error } = useQuery(ownQuery);
  const [editing, setEditing] = useState<Editing>();
  const wide = useWide();
  useTitle(t`Me`);
  if (error) return <ErrorNotice error={error} words={peopleWords} />;
  if (!own) return <PageSkeleton />;
  return (
    <SignedIn>
      {(me) => (
        <div className={`${withBeside} pt-8 sm:pt-14`}>
          <div className="min-w-0">
            <OwnHead own={own} person={person} editing={editing} onEdit={setEditing} />
            {wide ? null : (
              <div className="mt-8 space-y-6 text-[0.95rem] text-ink-2">
                <Hints own={own} me={me} onHint={(hint) => setEditing(editingOf(hint))} />
                <OwnWays me={me} />
              </div>
            )}
            <div className="mt-8">
              <OpenSettingWay />
              {parts.map((name) => (
                <Part
                  key={name}
                  {...{ name, own, person, me }}
                  editing={editing === name}
                  onEdit={setEditing}
                />
              ))}
            </div>
            <Posts of={person} me={me.id} />
          </div>
          {wide ? (
            <aside className="space-y-10 pt-3 text-[0.95rem] text-ink-2">
              <Hints own={own} me={me} onHint={(hint) => setEditing(editingOf(hint))} />
              <OwnWays me={me} />
              <AboutTheMark />
            </aside>
          ) : null}
        </div>
      )}
    </SignedIn>
  );
}

function Own() {
  const own = useQuery(ownQuery);
  const handle = own.data?.handle ?? '';
  const person = useQuery({ ...personQuery(handle), enabled: handle !== '' });
  const error = own.error ?? person.error;
  if (error) return <ErrorNotice error={error} words={peopleWords} />;
  return person.data ? <OwnPage person={person.data} /> : <PageSkeleton />;
}

/** One's own page, wherever its address is. */
export function MePage() {
  return <SignedIn>{() => <Own />}</SignedIn>;
}
