import { Trans, useLingui } from '@lingui/react/macro';
import { ApiError } from '@teahouse/client/errors';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { asBase64url } from '../verification/photo-file.ts';
import { useRefreshJobs } from './queries.ts';
import { sendPatiently } from './send-patiently.ts';
import { jobWords } from './words.ts';

async function readFile(file: FormDataEntryValue | null): Promise<{ name: string; bytes: string } | null> {
  if (!(file instanceof File) || file.size === 0) return null;
  // Said before four megabytes travel in vain.
  if (file.size > membersLimits.applicationFileBytes) throw new ApiError('too-large', { status: 413 });
  return { name: file.name.slice(0, membersLimits.applicationFileNameMax), bytes: await asBase64url(file) };
}

/** Applies for a job: words, and a PDF. Sent again after whatever broke off, it is there once, as the id stays the same. */
export function ApplyForm({ job, title, onClose }: { job: string; title: string; onClose: () => void }) {
  const { t } = useLingui();
  const refresh = useRefreshJobs();
  const [application] = useState(() => crypto.randomUUID());
  const [words, file] = [useId(), useId()];
  const send = useAction(async (form: FormData) => {
    const body = { job, words: String(form.get('words') ?? ''), file: await readFile(form.get('file')) };
    await sendPatiently(() => membersApi.apply({ params: { application }, body }));
    await refresh();
    onClose();
  });
  return (
    <Sheet title={t`Apply: ${title}`} onClose={onClose}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run(new FormData(event.currentTarget));
        }}
      >
        <p className="text-ink-2">
          <Trans>
            Your page goes along as every member sees it. Only recruiters of this company read what you send.
          </Trans>
        </p>
        <div className="field">
          <label htmlFor={words}>
            <Trans>Why you, why here</Trans>
          </label>
          <textarea
            id={words}
            name="words"
            className="input min-h-32"
            rows={6}
            maxLength={membersLimits.applicationWordsMax}
          />
        </div>
        <div className="field">
          <label htmlFor={file}>
            <Trans>Your résumé, as PDF</Trans>
          </label>
          <input
            id={file}
            name="file"
            type="file"
            accept="application/pdf,.pdf"
            className="input"
            aria-describedby={`${file}-hint`}
          />
          <p id={`${file}-hint`} className="text-[0.86rem] text-ink-2">
            <Trans>
              Up to 4 MB and sixty pages. It lies sealed on our disk and is destroyed when you withdraw the
              application.
            </Trans>
          </p>
        </div>
        {send.error ? <ErrorNotice error={send.error} words={jobWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <Submit pending={send.pending}>
            <Trans>Send the application</Trans>
          </Submit>
          <button type="button" className="btn quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </form>
    </Sheet>
  );
}
