const key = 'teahouse.holder';

/** Whether this device keeps a wallet. Asked before the wallet's own code is loaded. */
export const hasHolder = (): boolean => localStorage.getItem(key) === '1';

/** Keeps the mark in step with the wallet. */
export function markHolder(exists: boolean): void {
  if (exists) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
}
