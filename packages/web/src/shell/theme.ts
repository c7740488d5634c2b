import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';
const key = 'teahouse.theme';
const device = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const chosen = (): Theme | null => {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : null;
};
const shown = (): Theme => chosen() ?? (device.matches ? 'dark' : 'light');
const tell = () => {
  for (const listener of listeners) listener();
};

/** Puts the choice that this device keeps on the page, before the first paint. */
export function applyTheme(): void {
  const theme = chosen();
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Light or dark; choosing what the device has anyway goes back to following the device. */
export function setTheme(theme: Theme): void {
  if (theme === (device.matches ? 'dark' : 'light')) localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  applyTheme();
  tell();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    device.addEventListener('change', listener);
    return () => {
      listeners.delete(listener);
      device.removeEventListener('change', listener);
    };
  }, shown);
}
