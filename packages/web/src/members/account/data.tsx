import { Trans } from '@lingui/react/macro';
import { ApiError } from '@teahouse/client/errors';
import { membersPaths, membersPrefix } from '@teahouse/contract/members/paths';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { accountWords } from './words.ts';

const pageAddress = membersPrefix + membersPaths.exportPage.replace('GET ', '');

/** The page as text: the typed caller reads JSON alone. */
async function readPage(): Promise<string> {
  const response = await fetch(pageAddress, { referrerPolicy: 'no-referrer' }).catch(() => undefined);
  if (!response) throw new ApiError('offline');
  if (response.ok) return response.text();
  const { code }: { code?: string } = await response.json().catch(() => ({}));
  throw new ApiError(code ?? 'internal', { status: response.status });
}

/** Everything that the named half has of the member, to take along. */
export function OwnData() {
  const json = useAction(async () => {
    saveFile('teahouse.json', `${JSON.stringify(await membersApi.exportData(), null, 2)}\n`);
  });
  const page = useAction(async () => saveFile('teahouse.html', await readPage(), 'text/html'));
  const error = json.error ?? page.error;
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="btn quiet"
          aria-disabled={page.pending}
          onClick={() => void page.run()}
        >
          <Trans>Save it as a page to read</Trans>
        </button>
        <button
          type="button"
          className="btn quiet"
          aria-disabled={json.pending}
          onClick={() => void json.run()}
        >
          <Trans>Save it as JSON</Trans>
        </button>
      </p>
      {error ? (
        <div className="mt-4">
          <ErrorNotice error={error} words={accountWords} />
        </div>
      ) : null}
    </>
  );
}
