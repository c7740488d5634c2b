import { expect, test } from 'vitest';
import { cardAddress, shareLink } from './share-link.ts';

const thread = { room: 'square', thread: 'T', post: null };
const reply = { ...thread, post: 'P' };

test('a thread is passed on by its own address', () => {
  expect(shareLink(thread, 'https://tea.example')).toBe('https://tea.example/r/square/t/T');
});
test('a reply is named for the preview and for the browser', () => {
  expect(shareLink(reply, 'https://tea.example')).toBe('https://tea.example/r/square/t/T?post=P#p-P');
});
test('the card is asked for in a language', () => {
  expect(cardAddress(thread, 'zh')).toBe('/api/talk/rooms/square/threads/T/card.png?lang=zh');
  expect(cardAddress(reply, 'en')).toBe('/api/talk/rooms/square/threads/T/card.png?lang=en&post=P');
});
