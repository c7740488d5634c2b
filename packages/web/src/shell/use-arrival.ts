import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const patience = 10_000;

/** Calls back with the page's heading, at once or as soon as it has come; returns how to stop waiting. */
function whenHeaded(main: HTMLElement, callback: (heading: HTMLElement) => void): () => void {
  const look = () => {
    const heading = main.querySelector<HTMLElement>('h1');
    if (heading) {
      stop();
      callback(heading);
    }
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => stop(), patience);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(main, { childList: true, subtree: true });
  look();
  return stop;
}

/**
 * After a change of page: the focus goes to its heading and its title is said, as a browser does on a full load.
 * Returns what a screen reader is to say.
 */
export function useArrival(): string {
  const router = useRouter();
  const [title, setTitle] = useState('');
  useEffect(() => {
    let stop = () => {};
    const unsubscribe = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      const main = document.getElementById('main');
      if (!pathChanged || !fromLocation || !main) return;
      stop();
      const before = document.activeElement;
      stop = whenHeaded(main, (heading) => {
        // Whoever went on to something else meanwhile is left there.
        const now = document.activeElement;
        if (now !== before && now !== document.body) return;
        heading.setAttribute('tabindex', '-1');
        heading.focus({ preventScroll: true });
        setTitle(document.title);
      });
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, [router]);
  return title;
}
