import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Company } from '@teahouse/contract/members';
import { useEffect, useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { Submit, useAction } from '../form.tsx';
import { CompanyPick } from './company-pick.tsx';
import { asBase64url, preparePhoto } from './photo-file.ts';
import { verificationQuery } from './queries.ts';

/** The address of a picture on this device, as long as it is shown. */
function useShown(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return setUrl(undefined);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

/** Proving an employer by a photo of the badge. */
export function BadgeWay({ onSent }: { onSent: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const queries = useQueryClient();
  const [company, setCompany] = useState<Company>();
  const [photo, setPhoto] = useState<Blob>();
  const shown = useShown(photo);
  const choose = useAction(async (file: File | undefined) => {
    setPhoto(file && (await preparePhoto(file)));
  });
  const send = useAction(async () => {
    if (!company || !photo) return;
    await membersApi.sendBadge({ body: { company: company.id, picture: await asBase64url(photo) } });
    await queries.invalidateQueries({ queryKey: verificationQuery.queryKey });
    onSent();
  });
  return (
    <form
      className="rise space-y-7"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <CompanyPick
        picked={company}
        onPick={setCompany}
        unknown={t`A badge can only be of a company that is known here; somebody with a work address there proposes it.`}
      />
      <div className="space-y-3">
        <div className="field">
          <label htmlFor={id}>{t`Photo of the badge`}</label>
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="input file:mr-4 file:rounded-full file:border-0 file:bg-celadon-soft file:px-4 file:py-1.5 file:font-semibold file:text-ink"
            aria-describedby={`${id}-hint`}
            onChange={(event) => void choose.run(event.target.files?.[0])}
          />
        </div>
        <ul id={`${id}-hint`} className="list-disc space-y-1 pl-5 text-[0.92rem] text-ink-2">
          <li>
            <Trans>Your name, the company and the staff number must be legible.</Trans>
          </li>
          <li>
            <Trans>Cover bar codes, chips and your signature: they may open doors.</Trans>
          </li>
          <li>
            <Trans>The name must be the one of your account.</Trans>
          </li>
        </ul>
        {choose.error ? <ErrorNotice code="badge-invalid" words={memberWords} /> : null}
        {shown ? (
          <img src={shown} alt={t`Your badge as it will be sent`} className="max-h-80 rounded-xl" />
        ) : null}
      </div>
      {send.error ? <ErrorNotice error={send.error} words={memberWords} /> : null}
      <div className="flex flex-wrap items-center gap-4">
        <Submit pending={send.pending}>
          <Trans>Send the photo</Trans>
        </Submit>
        {company && photo ? null : (
          <span className="text-[0.9rem] text-ink-2">
            <Trans>First choose the employer and a photo.</Trans>
          </span>
        )}
      </div>
    </form>
  );
}
