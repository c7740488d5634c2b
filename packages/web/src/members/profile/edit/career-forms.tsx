import { Trans, useLingui } from '@lingui/react/macro';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useName } from '../../../ui/use-name.ts';
import { Area, Choice } from '../../fields.tsx';
import { Field } from '../../form.tsx';
import type { ContentOf, FormOf } from './contents.ts';
import { Rows } from './rows.tsx';

const limits = membersLimits.profile;
const monthPattern = '\\d{4}-(0[1-9]|1[0-2])';
const thisMonth = () => new Date().toISOString().slice(0, 7);

type Work = ContentOf<'experience'>[number];

/** One of the employers that were proven, or another company by its name. */
function Company({
  work: { employment, company },
  me,
  change,
}: {
  work: Work;
  me: Parameters<FormOf<'experience'>>[0]['me'];
  change: (part: Partial<Work>) => void;
}) {
  const { t } = useLingui();
  const nameOf = useName();
  return (
    <>
      {me.employments.length > 0 ? (
        <Choice
          label={t`Employer`}
          value={employment ?? ''}
          hint={<Trans>One that was verified carries the mark.</Trans>}
          onChange={(event) => change({ employment: event.target.value || null })}
        >
          <option value="">{t`Another company`}</option>
          {me.employments.map(({ id, company: { name } }) => (
            <option key={id} value={id}>
              {t`${nameOf(name)}, verified`}
            </option>
          ))}
        </Choice>
      ) : null}
      {employment === null ? (
        <Field
          label={t`Company`}
          value={company}
          required
          maxLength={limits.companyMax}
          autoComplete="organization"
          onChange={(event) => change({ company: event.target.value })}
        />
      ) : null}
    </>
  );
}

export const ExperienceForm: FormOf<'experience'> = ({ content, me, onChange }) => {
  const { t } = useLingui();
  const proven = me.employments.find(({ id }) => content.every(({ employment }) => employment !== id));
  const blank: Work = {
    ...{ employment: proven?.id ?? null, company: '', title: '' },
    ...{ from: thisMonth(), to: null, text: '' },
  };
  return (
    <Rows
      rows={content}
      most={limits.experienceMax}
      blank={blank}
      legend={(place) => t`Place of work ${place}`}
      add={t`Add a place of work`}
      onChange={onChange}
    >
      {(work, change) => (
        <>
          <Field
            label={t`What you are or were there`}
            value={work.title}
            required
            maxLength={limits.titleMax}
            autoComplete="organization-title"
            onChange={(event) => change({ title: event.target.value })}
          />
          <Company work={work} me={me} change={change} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label={t`From`}
              type="month"
              required
              pattern={monthPattern}
              placeholder="2024-03"
              value={work.from}
              onChange={(event) => change({ from: event.target.value })}
            />
            <Field
              label={t`To; empty while you are there`}
              type="month"
              pattern={monthPattern}
              placeholder="2026-11"
              min={work.from}
              value={work.to ?? ''}
              onChange={(event) => change({ to: event.target.value || null })}
            />
          </div>
          <Area
            label={t`What you did`}
            value={work.text}
            maxLength={limits.workTextMax}
            rows={3}
            onChange={(event) => change({ text: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
};

const yearOf = (text: string): number | null => (text === '' ? null : Number(text));

export const EducationForm: FormOf<'education'> = ({ content, onChange }) => {
  const { t } = useLingui();
  return (
    <Rows
      rows={content}
      most={limits.educationMax}
      blank={{ school: '', degree: '', from: null, to: null }}
      legend={(place) => t`School ${place}`}
      add={t`Add a school`}
      onChange={onChange}
    >
      {({ school, degree, from, to }, change) => (
        <>
          <Field
            label={t`School`}
            value={school}
            required
            maxLength={limits.schoolMax}
            onChange={(event) => change({ school: event.target.value })}
          />
          <Field
            label={t`Degree or subject`}
            value={degree}
            maxLength={limits.degreeMax}
            onChange={(event) => change({ degree: event.target.value })}
          />
          <div className="grid grid-cols-2 gap-4">
            <Field
              label={t`From year`}
              type="number"
              inputMode="numeric"
              min={1930}
              max={2100}
              value={from ?? ''}
              onChange={(event) => change({ from: yearOf(event.target.value) })}
            />
            <Field
              label={t`To year`}
              type="number"
              inputMode="numeric"
              min={from ?? 1930}
              max={2100}
              value={to ?? ''}
              onChange={(event) => change({ to: yearOf(event.target.value) })}
            />
          </div>
        </>
      )}
    </Rows>
  );
};
