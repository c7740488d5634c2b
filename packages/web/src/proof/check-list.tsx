import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Check, CheckCode } from '@teahouse/proof';
import { DownIcon } from '../ui/icons.tsx';

/** What each check looks at, in the order in which they are made. */
const names: Readonly<Record<CheckCode, MessageDescriptor>> = {
  text: msg`The text is the one that was signed`,
  signature: msg`The signature is of the key that wore the mask`,
  presentation: msg`Whoever held that key also held a credential for this label`,
  'issuer-key-logged': msg`The key that signed the credential stands in the issuer's log`,
  'epoch-logged': msg`The month of the credential stands in the issuer's log, under that key`,
  'counts-logged': msg`The number of credentials stands in the issuer's log`,
  'issuer-checkpoint': msg`The issuer's log is signed by its key`,
  'act-logged': msg`The post is among those that were accepted at that time`,
  'acts-logged': msg`That time's acceptance stands in talk's log`,
  'talk-checkpoint': msg`Talk's log is signed by its key`,
  'keys-trusted': msg`The keys of the logs are the ones this device knows`,
};
const signs = { ok: '✓', failed: '✗', unknown: '–' } as const;
const inks = { ok: 'text-celadon', failed: 'text-cinnabar', unknown: 'text-ink-2' } as const;

/** Every check that was made, with what came of it. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const { t } = useLingui();
  const told = { ok: t`holds`, failed: t`does not hold`, unknown: t`cannot be said here` };
  return (
    <details className="group">
      <summary className="act cursor-pointer">
        <Trans>Each check</Trans>
        <span aria-hidden="true" className="transition-transform group-open:rotate-180">
          <DownIcon />
        </span>
      </summary>
      <ol className="mt-1 border-b border-line text-[0.93rem]">
        {checks.map(({ code, state }) => (
          <li
            key={code}
            data-check={code}
            data-state={state}
            className="flex gap-3 border-t border-line py-2"
          >
            <span aria-hidden="true" className={`w-4 flex-none font-bold ${inks[state]}`}>
              {signs[state]}
            </span>
            <span>
              {t(names[code])}
              <span className={`ml-2 text-[0.86rem] ${inks[state]}`}>{told[state]}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
