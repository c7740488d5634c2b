const key = 'teahouse.confirm';

/** The address that waits for its code; for this tab only, and never in the address bar. */
export const keepAddress = (email: string): void => sessionStorage.setItem(key, email);
export const keptAddress = (): string => sessionStorage.getItem(key) ?? '';
export const dropAddress = (): void => sessionStorage.removeItem(key);
