import { useLingui } from '@lingui/react/macro';
import type { Audience, LanguageLevel } from '@teahouse/contract/members';

/** How well somebody speaks a language. */
export function useLevelWords(): Record<LanguageLevel, string> {
  const { t } = useLingui();
  return {
    basic: t`basic`,
    working: t`good enough for work`,
    fluent: t`fluent`,
    native: t`first language`,
  };
}

/** Who sees a part of a page. */
export function useAudienceWords(): Record<Audience, string> {
  const { t } = useLingui();
  return {
    everyone: t`Everyone`,
    members: t`Members`,
    connections: t`Your connections`,
    nobody: t`Only you`,
  };
}
