import type { NamedTrace } from '@teahouse/client/named-trace';

const key = 'teahouse.named';

/** Kept on this device, so that words said anonymously keep away from it over a reload. Never sent; `forgetDevice` clears it. */
export const namedTrace: NamedTrace = {
  last() {
    const at = Number(localStorage.getItem(key) ?? Number.NaN);
    return Number.isFinite(at) ? at : undefined;
  },
  wrote: (at) => localStorage.setItem(key, String(at)),
};
