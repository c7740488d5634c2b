import { useCalledIn } from '../text/use-called.tsx';
import { Words } from '../text/words.tsx';

/** What waits in the outbox, painted as it will stand in the thread; its first lines are enough to know it by. */
export function PendingWords({ text }: { text: string }) {
  return <Words text={text} called={useCalledIn(text)} className="line-clamp-4" />;
}
