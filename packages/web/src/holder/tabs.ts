import type { TabMessage, Tabs } from '@teahouse/client';

/** Somebody uses one of them; the device forgets everything; a sealed list changed. */
type OfPages = { readonly kind: 'used' } | { readonly kind: 'forgotten' } | { readonly kind: 'lists' };

/** What the pages of one browser tell each other, beside what the client's lock says. */
export type PageMessage = TabMessage | OfPages;

const channel = new BroadcastChannel('teahouse');

/** To all other pages of this house in this browser; nothing of it leaves the browser's memory. */
export const tellPages = (message: PageMessage): void => channel.postMessage(message);

export function listenToPages(listener: (message: PageMessage) => void): void {
  channel.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => listener(data));
}

/** The same for the client. */
export const tabs: Tabs = {
  tell: tellPages,
  listen: (listener) =>
    listenToPages((message) => {
      if (message.kind === 'used' || message.kind === 'forgotten' || message.kind === 'lists') return;
      void listener(message);
    }),
};
