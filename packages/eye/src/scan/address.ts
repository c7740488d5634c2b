import type { NetConnectOpts } from 'node:net';

/** The setting names no scanner. */
export class ScannerAddressError extends Error {
  readonly code = 'scanner-address';
}

/**
 * Where a scanner listens: `unix:/run/clamav/clamd.ctl`, `127.0.0.1:3310` or `[::1]:3310`. Throws a ScannerAddressError
 * (`scanner-address`) for anything else. clamd knows no password and no encryption: give it a socket or the loopback.
 */
export function readScannerAddress(setting: string): NetConnectOpts {
  if (setting.startsWith('unix:/')) return { path: setting.slice('unix:'.length) };
  const [, host = '', port = ''] = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/.exec(setting) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65_535)
    throw new ScannerAddressError('A scanner is unix:/path/of/socket or host:port.');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
