import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { askAgain } from './query-client.ts';

describe('what is asked again', () => {
  it('is not answered by a first answer that was under way before', async () => {
    const client = new QueryClient();
    const answers: ((count: number) => void)[] = [];
    const observer = new QueryObserver(client, {
      queryKey: ['unseen'],
      queryFn: () => new Promise<number>((resolve) => answers.push(resolve)),
    });
    const stop = observer.subscribe(() => {});
    const again = askAgain(['unseen'], client);
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.(1);
    answers[1]?.(2);
    await again;
    expect(observer.getCurrentResult().data).toBe(2);
    stop();
  });

  it('is answered anew where an answer is there', async () => {
    const client = new QueryClient();
    let count = 0;
    const observer = new QueryObserver(client, {
      queryKey: ['unseen'],
      queryFn: async () => {
        count += 1;
        return count;
      },
    });
    const stop = observer.subscribe(() => {});
    await expect.poll(() => observer.getCurrentResult().data).toBe(1);
    await askAgain(['unseen'], client);
    expect(observer.getCurrentResult().data).toBe(2);
    stop();
  });
});
