import { Trans, useLingui } from '@lingui/react/macro';
import type { Note } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useRef } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { dayWords } from '../account/days.ts';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { patchCards, refreshCandidate } from './queries.ts';
import { hireWords } from './words.ts';

interface NotesProps {
  readonly application: string;
  readonly job: string;
  readonly notes: readonly Note[];
}

/** What recruiters write for each other. The applicant never sees it. */
export function Notes({ application, job, notes }: NotesProps) {
  const { t, i18n } = useLingui();
  const id = useId();
  // Sent again after no answer came, it is the same note.
  const key = useRef(crypto.randomUUID());
  const count = (by: 1 | -1) => {
    patchCards(job, (card) => (card.id === application ? { ...card, notes: card.notes + by } : card));
    return refreshCandidate(application);
  };
  const add = useAction(async (form: HTMLFormElement) => {
    const text = String(new FormData(form).get('text') ?? '');
    await membersApi.addNote({ params: { application, note: key.current }, body: { text } });
    key.current = crypto.randomUUID();
    form.reset();
    await count(1);
  });
  const drop = useAction(async (note: string) => {
    await membersApi.dropNote({ params: { note } });
    await count(-1);
  });
  const error = add.error ?? drop.error;
  return (
    <>
      <ul className="space-y-3">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note.text}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-[0.85rem] text-ink-2">
              {note.by?.name ?? t`A colleague`} · {dayWords(note.day, i18n.locale)}
              {note.mine ? (
                <button type="button" className="act danger" onClick={() => void drop.run(note.id)}>
                  <Trans>Delete the note</Trans>
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <form
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add.run(event.currentTarget);
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t`A note for your colleagues`}</label>
          <textarea
            id={id}
            name="text"
            className="input"
            rows={2}
            required
            maxLength={membersLimits.pipeline.noteMax}
            aria-describedby={`${id}-hint`}
          />
          <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
            <Trans>The applicant never sees it. It goes when they withdraw.</Trans>
          </p>
        </div>
        {error ? <ErrorNotice error={error} words={hireWords} /> : null}
        <Submit pending={add.pending}>
          <Trans>Keep the note</Trans>
        </Submit>
      </form>
    </>
  );
}
