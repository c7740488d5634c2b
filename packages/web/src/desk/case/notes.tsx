import { Trans, useLingui } from '@lingui/react/macro';
import type { CaseView } from '@teahouse/contract/desk';
import { deskLimits } from '@teahouse/contract/desk/limits';
import { useId, useRef } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { readAnew } from '../frame/undo.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { Age } from '../queue/chips.tsx';
import { deskWords } from '../words/error-words.ts';

/** What the staff leaves for each other. Neither the author nor any reader gets to see it. */
export function Notes({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { room, post } = view.case;
  useKeys({ n: () => field.current?.focus() });
  const leave = useAction(async (form: HTMLFormElement) => {
    const words = String(new FormData(form).get('note') ?? '').trim();
    if (words === '') return;
    await deskApi.note({ params: { room, post }, body: { words } });
    form.reset();
    await readAnew();
  });
  return (
    <section className="border-t border-line pt-3">
      <h2 className="text-[1rem]">
        <label htmlFor={id}>
          <Trans>Notes among ourselves</Trans>
        </label>
      </h2>
      <ul className="mt-1 space-y-1.5">
        {view.notes.map((note, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes are only ever added below
          <li key={place} className="text-[0.93rem]">
            <span className="font-semibold">{note.name}</span>
            <span className="text-[0.84rem] text-ink-2">
              {' · '}
              <Age day={note.day} />
            </span>
            <p className="whitespace-pre-line">{note.words}</p>
          </li>
        ))}
      </ul>
      <form
        className="mt-2 space-y-2"
        onSubmit={(event) => {
          event.preventDefault();
          void leave.run(event.currentTarget);
        }}
      >
        <textarea
          ref={field}
          id={id}
          name="note"
          rows={2}
          maxLength={deskLimits.noteCharacters}
          placeholder={t`Seen by the staff alone`}
          className="input text-[0.93rem]"
        />
        {leave.error ? <ErrorNotice error={leave.error} words={deskWords} /> : null}
        <button type="submit" className="btn quiet" aria-disabled={leave.pending}>
          <Trans>Leave a note</Trans>
        </button>
      </form>
    </section>
  );
}
