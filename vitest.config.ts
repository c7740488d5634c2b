import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'adversary/**/*.test.ts',
      'bench/**/*.test.ts',
      'trials/**/*.test.ts',
    ],
    // One Postgres for the whole run; see packages/kit/src/test-db.ts.
    globalSetup: ['packages/kit/src/test-cluster.ts'],
    // Whatever talk sends has been looked at: see packages/talk/src/testing/statements.ts.
    setupFiles: ['packages/talk/src/testing/statements-setup.ts'],
    pool: 'forks',
    // By itself vitest leaves one core of two alone.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
