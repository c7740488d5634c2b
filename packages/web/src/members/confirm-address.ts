const key = 'teahouse.confirm';
const passkeyKey = 'teahouse.confirm.passkey';

/** The address that waits for its code; for this tab only, and never in the address bar. */
export const keepAddress = (email: string): void => sessionStorage.setItem(key, email);
export const keptAddress = (): string => sessionStorage.getItem(key) ?? '';

/** Whether the sign-up that waits is to have a passkey in place of a password. */
export const keepWay = (byPasskey: boolean): void =>
  byPasskey ? sessionStorage.setItem(passkeyKey, '1') : sessionStorage.removeItem(passkeyKey);
export const isByPasskey = (): boolean => sessionStorage.getItem(passkeyKey) !== null;

export const dropAddress = (): void => {
  sessionStorage.removeItem(key);
  sessionStorage.removeItem(passkeyKey);
};
