import { Trans, useLingui } from '@lingui/react/macro';
import { Ask } from '../../../ui/ask.tsx';
import type { Exposure } from './use-exposure.ts';

/**
 * Told before words are sent that the house would refuse (safety.md): by the same rules, on the device, so that it costs no
 * token. Not a question: sent as they are, they would come back.
 */
export function RefusedTell({ exposure }: { exposure: Exposure }) {
  const { t } = useLingui();
  const { refused, closeRefused } = exposure;
  return (
    <Ask open={refused !== null} title={t`The house would not take this`} onClose={closeRefused}>
      <p>
        {refused?.refusal === 'threat' ? (
          <Trans>These words read as a threat:</Trans>
        ) : (
          <Trans>These words give somebody away: a phone or ID number, or who a mask is.</Trans>
        )}
      </p>
      <blockquote className="border-line border-l-4 pl-4">{refused?.words}</blockquote>
      <p>
        {refused?.refusal === 'threat' ? (
          <Trans>Say what is wrong without announcing harm to anybody.</Trans>
        ) : (
          <Trans>Take out the number or the name. What it is about can be told without.</Trans>
        )}
      </p>
      <button type="button" className="btn" onClick={closeRefused}>
        <Trans>Change something</Trans>
      </button>
      <p className="text-[0.84rem] text-ink-2">
        <Trans>This was looked up on your device. Nothing was sent, and no token is used up.</Trans>
      </p>
    </Ask>
  );
}
