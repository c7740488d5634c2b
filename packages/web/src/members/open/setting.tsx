import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { OpenToWork } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { hiringWords } from '../messages/words.ts';
import { openQuery } from './queries.ts';
import { SettingForm } from './setting-form.tsx';
import { Wish } from './wish.tsx';

/** Who never learns of it. */
export function NeverShown({ employers }: { employers: OpenToWork['employers'] }) {
  const { i18n } = useLingui();
  const name = useName();
  const list = new Intl.ListFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', { type: 'conjunction' });
  const names = list.format(employers.map((company) => name(company.name)));
  return (
    <p className="mt-2 text-[0.92rem] text-ink-2">
      {employers.length > 0 ? (
        <Trans>
          Never shown to people of {names}, nor of any company that belongs to the same group, whatever else
          they recruit for.
        </Trans>
      ) : (
        <Trans>
          Never shown to an employer that you proved, that stands on your page or that your mail address
          belongs to, nor to any company of the same group.
        </Trans>
      )}
    </p>
  );
}

/** Whether recruiters find the member: off, until the member says so. */
export function OpenSetting() {
  const { data, error } = useQuery(openQuery);
  const [editing, setEditing] = useState(false);
  if (error) return <ErrorNotice error={error} words={hiringWords} />;
  if (!data) return null;
  const { open, employers } = data;
  return (
    <section className="border-t border-line py-6" data-section="open">
      <h2 className="pb-2">
        <Trans>Open to work</Trans>
      </h2>
      {editing ? (
        <SettingForm own={data} onDone={() => setEditing(false)} />
      ) : open ? (
        <>
          <p>
            <Trans>Recruiters find you, and nobody else learns of it.</Trans>
          </p>
          <Wish open={open} />
          <NeverShown employers={[...employers, ...open.hidden]} />
          <button type="button" className="btn quiet mt-4" onClick={() => setEditing(true)}>
            <Trans>Change or end it</Trans>
          </button>
        </>
      ) : (
        <>
          <p className="text-ink-2">
            <Trans>
              Recruiters do not find you. Say what you look for, and they can invite you to apply.
            </Trans>
          </p>
          <NeverShown employers={employers} />
          <button type="button" className="btn quiet mt-4" onClick={() => setEditing(true)}>
            <Trans>Be found by recruiters</Trans>
          </button>
        </>
      )}
    </section>
  );
}
