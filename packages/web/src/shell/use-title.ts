import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect } from 'react';

/** Names the page in the tab and in the history. */
export function useTitle(title: string | undefined): void {
  const { t } = useLingui();
  const house = t`Teahouse`;
  useLayoutEffect(() => {
    document.title = title ? `${title} · ${house}` : house;
  }, [title, house]);
}
