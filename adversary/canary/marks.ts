/** Strings that are nowhere by chance. `where` says what of them may stand there (allowed.ts). */
export const marks = {
  agent: 'CanaryAgent7f3a91',
  referer: 'canary-referer-51c2e8',
  query: 'canary-query-9d04b7',
  address: '203.0.113.77',
  forwardedHost: 'canary-host-26fe10.example',
  header: 'canary-header-e83b5d',
  cookie: 'canary-cookie-4ac97b',
  authorization: 'canary-bearer-c0d3e2',
  badBody: 'canary-body-b1a775',
  badPath: 'canary-path-8e6f44',
  password: 'canary-password-f71d03',
  search: 'canaryseek41b7d9',
  answer: 'CanaryAnswer90c3f1 words that an inbox told of',
  deleted: 'CanaryDeleted5b28c6 words that were taken back',
} as const;
