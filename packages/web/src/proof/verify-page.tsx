import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../shell/use-title.ts';
import { FileDrop } from './file-drop.tsx';
import { OfflineLine } from './offline-line.tsx';
import { Unusable } from './unusable.tsx';
import { type CheckedFile, useChecks } from './use-checks.ts';
import { useNames } from './use-names.ts';
import { VerdictView } from './verdict-view.tsx';

function Result({ file: { name, checked } }: { file: CheckedFile }) {
  const caption = (
    <p className="truncate font-mono text-[0.8rem] text-ink-2">
      <bdi>{name}</bdi>
    </p>
  );
  if (!checked) {
    return (
      <div className="shimmer flex items-center gap-5">
        <div className="h-19 w-19 flex-none -rotate-3 rounded-lg bg-paper-2" />
        <div className="min-w-0">
          {caption}
          <p className="text-[1.1rem]">
            <Trans>Checking…</Trans>
          </p>
        </div>
      </div>
    );
  }
  return (
    <div className="rise">
      {checked.kind === 'verdict' ? (
        <VerdictView verdict={checked.verdict} caption={caption} />
      ) : (
        <Unusable reason={checked.reason} caption={caption} />
      )}
    </div>
  );
}

/** Says the newest outcome to whoever does not see the seal. */
function Announce({ files }: { files: readonly CheckedFile[] }) {
  const { t } = useLingui();
  const newest = files.find(({ checked }) => checked !== null);
  const outcome = newest?.checked?.kind === 'verdict' ? newest.checked.verdict.outcome : 'unusable';
  const told = { proven: t`proven`, 'not-proven': t`not proven`, unusable: t`unusable` };
  return (
    <p role="status" className="sr-only">
      {newest ? `${newest.name}: ${told[outcome]}` : ''}
    </p>
  );
}

/** Checks proofs in the browser, without asking anybody. protocol.md 6. */
export function VerifyPage() {
  const { t } = useLingui();
  const { files, add, clear } = useChecks();
  // Asked for with the page, so that they are here when the network has gone.
  useNames('');
  useTitle(t`Check a proof`);
  return (
    <div className="page pt-8 sm:pt-14">
      <div className="column">
        <h1>
          <Trans>Check a proof</Trans>
        </h1>
        <p className="mt-3 text-[1.05rem] text-ink-2">
          <Trans>
            A proof shows that somebody verified said these words, and not who. Lay the file down here; years
            later, too, and whether or not the house still stands.
          </Trans>
        </p>
        <div className="mt-6 space-y-3">
          <FileDrop onFiles={add} />
          <OfflineLine />
        </div>
        <h2 className="sr-only">
          <Trans>Outcome</Trans>
        </h2>
        <Announce files={files} />
        <ol className="mt-6">
          {files.map((file) => (
            <li key={file.id} className="border-t border-line py-8">
              <Result file={file} />
            </li>
          ))}
        </ol>
        {files.length > 0 ? (
          <button type="button" className="act" onClick={clear}>
            <Trans>Clear the table</Trans>
          </button>
        ) : null}
        <p className="mt-8 text-[0.93rem]">
          <Link to="/log" className="link inline-flex min-h-11 items-center">
            <Trans>What stands in the logs, and who watches them</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
