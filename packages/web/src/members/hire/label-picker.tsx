import { Trans, useLingui } from '@lingui/react/macro';
import type { Label, LabelTone } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { Dot, dots } from './label-chip.tsx';
import { refreshBoard } from './queries.ts';
import { hireWords, toneWords } from './words.ts';

interface LabelPickerProps {
  readonly application: string;
  readonly job: string;
  readonly company: string;
  readonly labels: readonly Label[];
  readonly chosen: readonly string[];
  readonly onLabel: (ids: readonly string[], label: Label, on: boolean) => Promise<unknown>;
}

const tones = Object.keys(dots) as LabelTone[];

/** Makes a label, and puts it on the application that is open. */
function NewLabel({ application, job, company, onLabel }: LabelPickerProps) {
  const { t } = useLingui();
  const [tone, setTone] = useState<LabelTone>('celadon');
  const make = useAction(async (form: HTMLFormElement) => {
    const name = String(new FormData(form).get('name') ?? '');
    const label = await membersApi.addLabel({ params: { company }, body: { name, tone } });
    form.reset();
    await refreshBoard(job);
    await onLabel([application], label, true);
  });
  return (
    <form
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void make.run(event.currentTarget);
      }}
    >
      <Field label={t`New label`} name="name" required maxLength={membersLimits.pipeline.labelNameMax} />
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">
          <Trans>Colour</Trans>
        </legend>
        {tones.map((one) => (
          <label key={one} className="flex min-h-11 cursor-pointer items-center gap-2 text-[0.9rem]">
            <input
              type="radio"
              name="tone"
              className="accent-celadon"
              checked={tone === one}
              onChange={() => setTone(one)}
            />
            <Dot tone={one} />
            {t(toneWords[one])}
          </label>
        ))}
      </fieldset>
      {make.error ? <ErrorNotice error={make.error} words={hireWords} /> : null}
      <Submit pending={make.pending}>
        <Trans>Make the label</Trans>
      </Submit>
    </form>
  );
}

/** The company's labels, of which the chosen ones lie on the application. */
export function LabelPicker(props: LabelPickerProps) {
  const { application, job, labels, chosen, onLabel } = props;
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [going, setGoing] = useState<Label>();
  const drop = useAction(async (label: string) => {
    await membersApi.dropLabel({ params: { label } });
    await refreshBoard(job);
  });
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {labels.map((label) => {
          const on = chosen.includes(label.id);
          const { name } = label;
          return (
            <li key={label.id} className="flex items-center">
              <button
                type="button"
                aria-pressed={on}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-3 text-[0.9rem] aria-pressed:border-celadon aria-pressed:bg-celadon-soft"
                onClick={() => void onLabel([application], label, !on)}
              >
                <Dot tone={label.tone} />
                {name}
              </button>
              {editing ? (
                <button
                  type="button"
                  className="act danger ml-1"
                  aria-label={t`Delete the label ${name} everywhere`}
                  onClick={() => setGoing(label)}
                >
                  <Trans>Delete</Trans>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {drop.error ? <ErrorNotice error={drop.error} words={hireWords} /> : null}
      <button type="button" className="act" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        <Trans>Edit labels</Trans>
      </button>
      {editing ? <NewLabel {...props} /> : null}
      <Ask
        open={going !== undefined}
        title={t`Delete the label ${going?.name ?? ''}?`}
        onClose={() => setGoing(undefined)}
      >
        <p>
          <Trans>It goes from all applications to the company, also from your colleagues' boards.</Trans>
        </p>
        <p className="flex flex-wrap gap-3">
          <button
            type="button"
            className="btn danger"
            onClick={() => {
              if (going) void drop.run(going.id);
              setGoing(undefined);
            }}
          >
            <Trans>Delete it everywhere</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => setGoing(undefined)}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </Ask>
    </>
  );
}
