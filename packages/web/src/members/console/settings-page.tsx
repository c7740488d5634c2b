import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ConsoleSetting } from '@teahouse/contract/members';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { ConsolePage, Part } from './parts.tsx';
import { settingsQuery } from './queries.ts';
import { consoleWords, settingName, sourceWords, typeWords } from './words.ts';

const mono = 'font-mono text-[0.85rem] break-all';

function Value({ setting }: { setting: ConsoleSetting }) {
  if (setting.type === 'secret') return <Trans>not shown</Trans>;
  return setting.value === null ? <Trans>not set</Trans> : <span className={mono}>{setting.value}</span>;
}

function ValueField({ setting, label }: { setting: ConsoleSetting; label: string }) {
  const id = useId();
  const { type, value, choices } = setting;
  if (type !== 'choice')
    return (
      <Field label={label} name="value" type="number" min={1} step={1} required defaultValue={value ?? ''} />
    );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name="value" className="input" defaultValue={value ?? ''}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  );
}

function SettingDialog({
  setting,
  reset,
  onClose,
}: {
  setting: ConsoleSetting;
  reset: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const words = settingName(setting.name);
  const label = words ? t(words) : setting.variable;
  return (
    <ChangeDialog
      title={label}
      action={reset ? <Trans>Give it back to the configuration</Trans> : <Trans>Change the value</Trans>}
      onClose={onClose}
      run={(given, form) => {
        const value = reset ? null : String(form.get('value') ?? '');
        return membersApi.consoleSet({ params: { setting: setting.name }, body: { ...given, value } });
      }}
    >
      {reset ? null : <ValueField setting={setting} label={t`New value`} />}
    </ChangeDialog>
  );
}

function Row({ setting }: { setting: ConsoleSetting }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<'change' | 'reset' | null>(null);
  const words = settingName(setting.name);
  return (
    <li className="border-t border-line py-3" data-setting={setting.name}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="min-w-0">
          {words ? <strong className="block">{t(words)}</strong> : null}
          <span className={mono}>{setting.variable}</span>
        </p>
        <p className="min-w-0 text-right">
          <Value setting={setting} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 text-[0.88rem] text-ink-2">
        <span>
          {t(typeWords[setting.type])} · {t(sourceWords[setting.source])}
        </span>
        {setting.changeable ? (
          <button type="button" className="act" onClick={() => setAsked('change')}>
            <Trans>Change the value</Trans>
          </button>
        ) : null}
        {setting.source === 'console' ? (
          <button type="button" className="act" onClick={() => setAsked('reset')}>
            <Trans>Give it back</Trans>
          </button>
        ) : null}
      </div>
      {asked ? (
        <SettingDialog setting={setting} reset={asked === 'reset'} onClose={() => setAsked(null)} />
      ) : null}
    </li>
  );
}

function List() {
  const { data, error } = useQuery(settingsQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={6} />;
  const rows = (changeable: boolean) => (
    <ul className="border-b border-line">
      {data.settings
        .filter((setting) => setting.changeable === changeable)
        .map((setting) => (
          <Row key={setting.name} setting={setting} />
        ))}
    </ul>
  );
  return (
    <>
      <Part title={<Trans>Changed here, at once</Trans>}>{rows(true)}</Part>
      <Part title={<Trans>Read at the start</Trans>}>{rows(false)}</Part>
    </>
  );
}

/** Settings of the named plane: what is in force, and from where. */
export function SettingsPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`Settings`}
      aside={
        <>
          <p>
            <Trans>
              These are the settings of the named half. Talk's are not told here: its server answers to its
              own machine alone.
            </Trans>
          </p>
          <p>
            <Trans>
              What is read at the start is changed where the house is started, and takes a restart. Secrets
              are not sent to any browser.
            </Trans>
          </p>
        </>
      }
    >
      {() => <List />}
    </ConsolePage>
  );
}
