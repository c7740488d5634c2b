import { describe, expect, it } from 'vitest';
import { add, failuresOfVitest, totalsOfLastLine, totalsOfVitest } from './totals.ts';

describe('the totals of a test run', () => {
  it('count a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'one' }] },
        {
          name: 'b',
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: 'two' },
            { status: 'passed', fullName: 'three' },
          ],
        },
        { name: 'c', status: 'failed', assertionResults: [] },
      ],
    };
    expect(totalsOfVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
    expect(failuresOfVitest(report)).toEqual([
      { file: 'b', tests: ['two'] },
      { file: 'c', tests: [] },
    ]);
  });

  it('are read from the last line that has them', () => {
    expect(totalsOfLastLine('1 passed, 9 failed\nmore\n12 passed, 3 failed, 4 skipped\n')).toEqual({
      passed: 12,
      failed: 3,
      skipped: 4,
    });
    expect(totalsOfLastLine('7 passed, 0 failed')).toEqual({ passed: 7, failed: 0, skipped: 0 });
    expect(totalsOfLastLine('nothing of the kind')).toBeUndefined();
  });

  it('add up', () => {
    expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});
