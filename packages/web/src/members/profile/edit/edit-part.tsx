import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Audience, EditSection, Me, OwnProfile, Person, Section } from '@teahouse/contract/members';
import { type ReactNode, useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { membersApi } from '../../api.ts';
import { Choice } from '../../fields.tsx';
import { Submit, useAction } from '../../form.tsx';
import { ownQuery, personQuery } from '../../network/queries.ts';
import { peopleWords } from '../../network/words.ts';
import { useAudienceWords } from '../level-words.ts';
import { SectionView } from '../views.tsx';
import { EducationForm, ExperienceForm } from './career-forms.tsx';
import { type AnyForm, type Content, type FormOf, trimmed } from './contents.ts';
import { AboutForm, CityForm, LanguagesForm, LinksForm, SkillsForm } from './simple-forms.tsx';
import { useOwnChanged } from './use-own.ts';

const forms: { readonly [S in Section]: FormOf<S> } = {
  about: AboutForm,
  city: CityForm,
  experience: ExperienceForm,
  education: EducationForm,
  skills: SkillsForm,
  languages: LanguagesForm,
  links: LinksForm,
};

/** What stands there now, where somebody was quicker: on another device, or in another window. */
function MeanWhile({ section, person, onKeep }: { section: Section; person: Person; onKeep: () => void }) {
  const shown = SectionView({ name: section, sections: person.sections });
  return (
    <div className="notice warm space-y-3" data-meanwhile>
      <h3>
        <Trans>What stands there now</Trans>
      </h3>
      {shown ?? (
        <p className="text-ink-2">
          <Trans>Nothing.</Trans>
        </p>
      )}
      <button type="button" className="btn quiet" onClick={onKeep}>
        <Trans>Put mine in its place</Trans>
      </button>
    </div>
  );
}

/** The form of one part, in the place where the part stands. What is written stays until it is kept or given up. */
export function EditPart({
  section,
  own,
  person,
  me,
  onDone,
}: {
  section: Section;
  own: OwnProfile;
  person: Person;
  me: Me;
  onDone: () => void;
}): ReactNode {
  const { t } = useLingui();
  const words = Object.entries(useAudienceWords()) as [Audience, string][];
  const queries = useQueryClient();
  const changed = useOwnChanged();
  const begun = own.sections[section];
  const [content, setContent] = useState<Content>(begun.content);
  const [audience, setAudience] = useState(begun.audience);
  const [version, setVersion] = useState(begun.version);
  const save = useAction(async (over: number) => {
    const body = { section, audience, version: over, content: trimmed(content) } as EditSection;
    try {
      changed(await membersApi.editSection({ body }));
      onDone();
    } catch (error) {
      // So that what was written can be held against what stands there now.
      await Promise.all([
        queries.invalidateQueries({ queryKey: ownQuery.queryKey }),
        queries.invalidateQueries({ queryKey: personQuery(person.handle).queryKey }),
      ]);
      throw error;
    }
  });
  const Form = forms[section] as unknown as AnyForm;
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(version);
      }}
    >
      <Form content={content} me={me} onChange={setContent} />
      <Choice
        label={t`Who sees this`}
        value={audience}
        onChange={(event) => setAudience(event.target.value as Audience)}
      >
        {words.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Choice>
      {save.error ? <ErrorNotice error={save.error} words={peopleWords} /> : null}
      {save.code === 'profile-stale' ? (
        <MeanWhile
          section={section}
          person={person}
          onKeep={() => {
            setVersion(begun.version);
            void save.run(begun.version);
          }}
        />
      ) : null}
      <p className="flex flex-wrap gap-3">
        <Submit pending={save.pending}>
          <Trans>Save</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </form>
  );
}
