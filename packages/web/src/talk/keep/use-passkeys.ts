import { useLingui } from '@lingui/react/macro';
import type { NewLockSecret } from '@teahouse/client';
import { useEffect, useState } from 'react';
import { makePasskey, mayHavePasskeys } from '../../holder/passkey.ts';

/** Whether passkeys can keep a lock here (undefined until it is known), and how one is made. */
export function usePasskeys(): { readonly available: boolean | undefined; make(): Promise<NewLockSecret> } {
  const { t } = useLingui();
  const [available, setAvailable] = useState<boolean>();
  useEffect(() => {
    let current = true;
    void mayHavePasskeys().then((may) => {
      if (current) setAvailable(may);
    });
    return () => {
      current = false;
    };
  }, []);
  return {
    available,
    make: () => makePasskey(t`Teahouse on this device`),
  };
}
