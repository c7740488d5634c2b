import { membersPrefix } from '@teahouse/contract/members/paths';
import { useEffect } from 'react';
import { askAgain } from '../query-client.ts';
import { noticesKey, threadKey } from './queries.ts';

/** Milliseconds before a stream that was refused is asked for again. */
const pause = 60_000;

let users = 0;
let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const askAnew = () => void askAgain(noticesKey);

/** Something was written in an application: who shows it asks for it. */
function askThread({ data }: MessageEvent<string>): void {
  const { application } = JSON.parse(data) as { application?: unknown };
  if (typeof application === 'string') void askAgain(threadKey(application));
}
function askAll(): void {
  askAnew();
  void askAgain(threadKey());
}

function open(): void {
  source = new EventSource(`${membersPrefix}/notices/events`, { withCredentials: true });
  source.addEventListener('notices', askAnew);
  source.addEventListener('messages', askThread);
  // A stream that broke comes back by itself; what was missed meanwhile is asked for.
  source.addEventListener('open', askAll);
  source.addEventListener('error', () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    timer = setTimeout(() => users > 0 && open(), pause);
  });
}

function close(): void {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

/** Keeps one stream open for as long as something on the screen wants it: it says that there is something new. */
export function useLiveNotices(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn) return;
    users += 1;
    if (users === 1) open();
    return () => {
      users -= 1;
      if (users === 0) close();
    };
  }, [isSignedIn]);
}
