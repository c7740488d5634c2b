// Types for the tests: install.mjs itself must run before anything that understands types is installed.
export function ensureInstalled(root: string): Promise<void>;
export function holdsWhatTheLockSays(
  root: string,
  lock: { packages: Record<string, { version?: string; optional?: boolean }> },
): boolean;
