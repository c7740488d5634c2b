/** Settings that can't be; `message` says which and what to do, all of them at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings';
  constructor(complaints: readonly string[]) {
    super(complaints.length === 1 ? complaints[0] : complaints.map((line) => `- ${line}`).join('\n'));
  }
}
