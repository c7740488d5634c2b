import { Trans, useLingui } from '@lingui/react/macro';
import { membersLimits } from '@teahouse/contract/members/limits';
import { Area, Choice } from '../../fields.tsx';
import { Field } from '../../form.tsx';
import { useLevelWords } from '../level-words.ts';
import { useLanguageName } from '../months.ts';
import type { FormOf } from './contents.ts';
import { Rows } from './rows.tsx';

const limits = membersLimits.profile;

export const AboutForm: FormOf<'about'> = ({ content, onChange }) => {
  const { t } = useLingui();
  return (
    <Area
      label={t`About you`}
      value={content}
      maxLength={limits.aboutMax}
      rows={7}
      hint={<Trans>What you do, what you care for, what one may ask you about.</Trans>}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

export const CityForm: FormOf<'city'> = ({ content, onChange }) => {
  const { t } = useLingui();
  return (
    <Field
      label={t`City`}
      value={content}
      maxLength={limits.cityMax}
      autoComplete="address-level2"
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

/** One a line: quicker to write, and to put in order, than a field for each. */
export const SkillsForm: FormOf<'skills'> = ({ content, onChange }) => {
  const { t } = useLingui();
  return (
    <Area
      label={t`Skills`}
      value={content.join('\n')}
      rows={6}
      hint={<Trans>One a line, {limits.skillsMax} at most.</Trans>}
      onChange={(event) => onChange(event.target.value.split('\n'))}
    />
  );
};

/** The languages that are chosen from; ISO 639-1. */
const languages = [
  ...['zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'pt', 'it', 'ru', 'ar', 'hi', 'vi', 'th', 'id', 'ms', 'tl'],
  ...[
    'tr',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'hu',
    'uk',
    'he',
    'fa',
    'bn',
    'ta',
    'ur',
    'bo',
    'ug',
    'mn',
  ],
];

export const LanguagesForm: FormOf<'languages'> = ({ content, onChange }) => {
  const { t } = useLingui();
  const nameOf = useLanguageName();
  const levels = Object.entries(useLevelWords());
  return (
    <Rows
      rows={content}
      most={limits.languagesMax}
      blank={{ code: 'en', level: 'working' }}
      legend={(place) => t`Language ${place}`}
      add={t`Add a language`}
      onChange={onChange}
    >
      {({ code, level }, change) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice label={t`Language`} value={code} onChange={(event) => change({ code: event.target.value })}>
            {[...new Set([code, ...languages])].map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </Choice>
          <Choice
            label={t`How well`}
            value={level}
            onChange={(event) => change({ level: event.target.value as typeof level })}
          >
            {levels.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Choice>
        </div>
      )}
    </Rows>
  );
};

export const LinksForm: FormOf<'links'> = ({ content, onChange }) => {
  const { t } = useLingui();
  return (
    <Rows
      rows={content}
      most={limits.linksMax}
      blank={{ name: '', url: '' }}
      legend={(place) => t`Link ${place}`}
      add={t`Add a link`}
      onChange={onChange}
    >
      {({ name, url }, change) => (
        <>
          <Field
            label={t`Address`}
            type="url"
            pattern="https://.+"
            placeholder="https://"
            required
            value={url}
            maxLength={limits.linkMax}
            onChange={(event) => change({ url: event.target.value })}
          />
          <Field
            label={t`What it is called`}
            value={name}
            maxLength={limits.linkNameMax}
            onChange={(event) => change({ name: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
};
