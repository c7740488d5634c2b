import { useEffect, useRef, useSyncExternalStore } from 'react';

const stored = 'teahouse.desk.keys';
const listeners = new Set<() => void>();
const areOn = () => localStorage.getItem(stored) !== 'off';

/** Turns single keys on or off on this device (WCAG 2.1.4: who dictates must be able to). */
export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(stored);
  else localStorage.setItem(stored, 'off');
  for (const listener of listeners) listener();
}

/** Whether single keys act. */
export function useKeysOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areOn);
}

/** Whether what has the focus wants the key for itself: words are typed in fields, arrows move within a choice. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'radio') return key.startsWith('Arrow');
  return target.matches('input, textarea, select, [contenteditable]') && key !== 'Escape';
}

/** What single keys do while the page is on the screen. A key with Ctrl, Alt or a command key is the browser's own. */
export function useKeys(acts: Readonly<Record<string, () => void>>): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = current.current[event.key];
      if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!areOn() || isTaken(event.target, event.key) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
