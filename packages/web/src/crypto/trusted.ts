/** Of the browser's `trustedTypes`, the part that is used here; TypeScript's library does not have it. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;

/** The only way by which a script's address is trusted: it has to be the bundle's own, on this origin. */
const policy = factory?.createPolicy('teahouse', {
  createScriptURL(url) {
    const { origin, href } = new URL(url, location.href);
    if (origin !== location.origin) throw new TypeError('a script of another origin');
    return href;
  },
});

/** A script's address in the form that `new Worker` and `serviceWorker.register` take under Trusted Types. */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;
