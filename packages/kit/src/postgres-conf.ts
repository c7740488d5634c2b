/** No statement, value, address or moment of a request may reach the log: a thief reads it too (product.md). */
const quiet = {
  log_min_messages: 'log', // leaves out ERROR, whose message may quote a value
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: -1,
  log_min_duration_sample: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_connections: '',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_lock_waits: 'off',
  log_autovacuum_min_duration: -1,
  log_temp_files: -1,
  log_duration: 'off',
} as const;

/** What every cluster of ours runs with. */
export const baseline = {
  listen_addresses: '',
  max_connections: 60,
  shared_buffers: '128MB',
  wal_compression: 'on',
  lc_messages: 'C', // we wait for an English sentence
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...quiet,
} as const;

/** Without these, what was acknowledged could be lost. */
export const safety = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;
/** For clusters that live as long as a test. */
export const recklessness = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Settings as arguments of `postgres`. */
export const commandLine = (conf: Readonly<Record<string, string | number>>) =>
  Object.entries(conf).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
