import { Trans, useLingui } from '@lingui/react/macro';
import type { AddJob, Currency, Job, JobCompanies, JobLevel, JobRole } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members/limits';
import { type ReactNode, useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { jobWords, levelWords, roleWords } from './words.ts';

export type JobFacts = Omit<AddJob, 'company'>;

const currencies = ['CNY', 'HKD', 'USD', 'EUR', 'SGD', 'JPY'] as const satisfies readonly Currency[];
const day = 86_400_000;
const dayFrom = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

function Select({
  label,
  children,
  ...more
}: {
  label: string;
  children: ReactNode;
  name: string;
  defaultValue?: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" {...more}>
        {children}
      </select>
    </div>
  );
}

function factsOf(form: FormData): JobFacts {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [min, max] = [Number(text('min')), Number(text('max'))];
  const skills = text('skills')
    .split(/[,，、;；\n]/)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '');
  return {
    ...{ title: text('title'), role: text('role') as JobRole, level: text('level') as JobLevel },
    ...{
      city: text('city'),
      remote: form.get('remote') === 'on',
      skills: [...new Set(skills)].slice(0, l.jobSkillsMax),
    },
    pay:
      min > 0
        ? {
            min,
            max: max > 0 ? max : min,
            currency: text('currency') as Currency,
            months: Number(text('months')) || 12,
          }
        : null,
    ...{ text: text('text'), closes: text('closes') },
  };
}

function PayFields({ pay }: { pay: Job['pay'] }) {
  const { t } = useLingui();
  return (
    <fieldset className="space-y-3">
      <legend className="font-semibold">
        <Trans>Pay of a month</Trans>
      </legend>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field
          label={t`At least`}
          name="min"
          type="number"
          min={1}
          max={l.jobPayMax}
          defaultValue={pay?.min ?? ''}
        />
        <Field
          label={t`At most`}
          name="max"
          type="number"
          min={1}
          max={l.jobPayMax}
          defaultValue={pay?.max ?? ''}
        />
        <Select label={t`Currency`} name="currency" defaultValue={pay?.currency ?? 'CNY'}>
          {currencies.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </Select>
        <Field
          label={t`Months a year`}
          name="months"
          type="number"
          min={1}
          max={l.jobPayMonthsMax}
          defaultValue={pay?.months ?? 12}
        />
      </div>
      <p className="text-[0.86rem] text-ink-2">
        <Trans>Left empty, everybody reads that the pay is not said.</Trans>
      </p>
    </fieldset>
  );
}

/** The facts of a job. */
export function JobForm({
  job,
  companies = [],
  onSave,
}: {
  job?: Job;
  /** To choose from, of a new one. */
  companies?: JobCompanies['companies'];
  onSave: (facts: JobFacts, open: boolean, company?: string) => Promise<void>;
}) {
  const { t } = useLingui();
  const name = useName();
  const [remote, setRemote] = useState(job?.remote ?? false);
  const words = useId();
  const save = useAction(async (form: FormData, open: boolean) => {
    await onSave(factsOf(form), open, form.has('company') ? String(form.get('company')) : undefined);
  });
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        void save.run(new FormData(event.currentTarget), submitter?.getAttribute('value') !== 'close');
      }}
    >
      {companies.length > 0 ? (
        <Select label={t`Company`} name="company">
          {companies.map(({ id, name: names }) => (
            <option key={id} value={id}>
              {name(names)}
            </option>
          ))}
        </Select>
      ) : null}
      <Field
        label={t`Job title`}
        name="title"
        required
        minLength={2}
        maxLength={l.jobTitleMax}
        defaultValue={job?.title}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select label={t`Kind of work`} name="role" defaultValue={job?.role ?? 'engineering'}>
          {(Object.keys(roleWords) as JobRole[]).map((value) => (
            <option key={value} value={value}>
              {t(roleWords[value])}
            </option>
          ))}
        </Select>
        <Select label={t`Level`} name="level" defaultValue={job?.level ?? 'middle'}>
          {(Object.keys(levelWords) as JobLevel[]).map((value) => (
            <option key={value} value={value}>
              {t(levelWords[value])}
            </option>
          ))}
        </Select>
      </div>
      <Field
        label={t`City`}
        name="city"
        required={!remote}
        maxLength={l.profile.cityMax}
        defaultValue={job?.city}
      />
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="remote"
          className="h-5 w-5 accent-celadon"
          checked={remote}
          onChange={(event) => setRemote(event.currentTarget.checked)}
        />
        <Trans>Can be done from anywhere</Trans>
      </label>
      <PayFields pay={job?.pay ?? null} />
      <Field
        label={t`Skills`}
        name="skills"
        defaultValue={job?.skills.join(', ')}
        hint={<Trans>Up to fifteen, with commas between them.</Trans>}
        autoComplete="off"
      />
      <div className="field">
        <label htmlFor={words}>
          <Trans>The work, and whom you look for</Trans>
        </label>
        <textarea
          id={words}
          name="text"
          className="input min-h-64"
          rows={10}
          required
          maxLength={l.jobTextMax}
          defaultValue={job?.text}
        />
      </div>
      <Field
        label={t`Last day`}
        name="closes"
        type="date"
        required
        max={dayFrom(l.jobDays)}
        defaultValue={job?.closes ?? dayFrom(30)}
        hint={<Trans>After it the job closes by itself.</Trans>}
      />
      {save.error ? <ErrorNotice error={save.error} words={jobWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <Submit pending={save.pending}>
          {job ? job.open ? <Trans>Save the job</Trans> : <Trans>Open it again</Trans> : <Trans>Post</Trans>}
        </Submit>
        {job?.open ? (
          <button type="submit" value="close" className="btn quiet" aria-disabled={save.pending}>
            <Trans>Close it now</Trans>
          </button>
        ) : null}
      </p>
    </form>
  );
}
