import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { JobLevel, JobRole, OpenToWork } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members/limits';
import { type ReactNode, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Area } from '../fields.tsx';
import { Field, Submit, useAction } from '../form.tsx';
import { levelWords, roleWords } from '../jobs/words.ts';
import { hiringWords } from '../messages/words.ts';
import { HiddenFrom } from './hidden-from.tsx';
import { openQuery } from './queries.ts';

/** Some of a few, as chips that are pressed. */
function Chips<K extends string>({
  legend,
  hint,
  most,
  words,
  chosen,
  onChange,
}: {
  legend: ReactNode;
  hint: ReactNode;
  most: number;
  words: Readonly<Record<K, string>>;
  chosen: readonly K[];
  onChange: (chosen: readonly K[]) => void;
}) {
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <p className="text-[0.86rem] text-ink-2">{hint}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {(Object.keys(words) as K[]).map((one) => {
          const isChosen = chosen.includes(one);
          return (
            <label
              key={one}
              className="inline-flex min-h-11 cursor-pointer items-center rounded-full border border-line px-4 text-[0.92rem] has-checked:border-celadon has-checked:bg-celadon-soft has-focus-visible:outline-2 has-focus-visible:outline-celadon has-disabled:cursor-default has-disabled:text-ink-2"
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={isChosen}
                disabled={!isChosen && chosen.length >= most}
                onChange={() =>
                  onChange(isChosen ? chosen.filter((other) => other !== one) : [...chosen, one])
                }
              />
              {words[one]}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

const citiesOf = (text: string): string[] =>
  [...new Set(text.split(/[,，、;；\n]/).map((city) => city.trim()))]
    .filter((city) => city !== '')
    .slice(0, l.openCities);

/** What the member looks for, and who never learns of it. */
export function SettingForm({ own, onDone }: { own: OpenToWork; onDone: () => void }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { open } = own;
  const [roles, setRoles] = useState<readonly JobRole[]>(open?.roles ?? []);
  const [levels, setLevels] = useState<readonly JobLevel[]>(open?.levels ?? []);
  const [remote, setRemote] = useState(open?.remote ?? false);
  const [hidden, setHidden] = useState(open?.hidden ?? []);
  const [fault, setFault] = useState<'roles' | 'place'>();
  const separator = i18n.locale === 'zh' ? '、' : ', ';
  const save = useAction(async (form: FormData) => {
    const cities = citiesOf(String(form.get('cities') ?? ''));
    const missing = roles.length === 0 ? 'roles' : cities.length === 0 && !remote ? 'place' : undefined;
    setFault(missing);
    if (missing) return;
    const body = {
      ...{ roles: [...roles], levels: [...levels], cities, remote, words: String(form.get('words') ?? '') },
      hidden: hidden.map(({ id }) => id),
    };
    queries.setQueryData(openQuery.queryKey, await membersApi.setOpenToWork({ body }));
    onDone();
  });
  const end = useAction(async () => {
    await membersApi.endOpenToWork({});
    await queries.invalidateQueries({ queryKey: openQuery.queryKey });
    onDone();
  });
  const error = save.error ?? end.error;
  const inWords = <K extends string>(words: Readonly<Record<K, MessageDescriptor>>) =>
    Object.fromEntries(
      Object.entries<MessageDescriptor>(words).map(([key, word]) => [key, t(word)]),
    ) as Record<K, string>;
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(new FormData(event.currentTarget));
      }}
    >
      <Chips
        legend={<Trans>What you would like to do</Trans>}
        hint={<Trans>Up to {l.openRoles}.</Trans>}
        most={l.openRoles}
        words={inWords(roleWords)}
        chosen={roles}
        onChange={setRoles}
      />
      {fault === 'roles' ? (
        <p role="alert" className="text-[0.9rem] text-cinnabar">
          <Trans>Choose one at least.</Trans>
        </p>
      ) : null}
      <Chips
        legend={<Trans>At which level</Trans>}
        hint={<Trans>Up to {l.openLevels}; none means any.</Trans>}
        most={l.openLevels}
        words={inWords(levelWords)}
        chosen={levels}
        onChange={setLevels}
      />
      <Field
        label={t`In which cities`}
        name="cities"
        maxLength={300}
        defaultValue={(open?.cities ?? []).join(separator)}
        autoComplete="off"
        hint={<Trans>Up to {l.openCities}, with commas between them.</Trans>}
        fault={fault === 'place' ? <Trans>Name a city, or choose remote.</Trans> : null}
      />
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="h-5 w-5 accent-celadon"
          checked={remote}
          onChange={(event) => setRemote(event.currentTarget.checked)}
        />
        <Trans>Remote</Trans>
      </label>
      <Area
        label={t`In your words`}
        name="words"
        rows={3}
        maxLength={l.openWordsMax}
        defaultValue={open?.words ?? ''}
      />
      <HiddenFrom employers={own.employers} hidden={hidden} onChange={setHidden} />
      {error ? <ErrorNotice error={error} words={hiringWords} /> : null}
      <p className="flex flex-wrap items-center gap-3">
        <Submit pending={save.pending}>
          {open ? <Trans>Save</Trans> : <Trans>Be found by recruiters</Trans>}
        </Submit>
        <button type="button" className="btn quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
        {open ? (
          <button
            type="button"
            className="act danger"
            aria-disabled={end.pending}
            onClick={() => void end.run()}
          >
            <Trans>Be found no more</Trans>
          </button>
        ) : null}
      </p>
    </form>
  );
}
