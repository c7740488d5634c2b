import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Lang = 'zh' | 'en';
const locales = path.join(import.meta.dirname, '..', '..', 'packages', 'web', 'src', 'locales');
const parts = [
  ...['first', 'read', 'find', 'votes', 'write', 'inside', 'keep', 'members', 'about', 'proof', 'share'],
  ...['desk', 'order', 'people', 'feed', 'account', 'seek', 'house', 'developers', 'jobs'],
  ...['hiring', 'hire', 'console', 'companies', 'official'],
];

const quoted = (lines: string): string =>
  [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => JSON.parse(`"${match[1]}"`)).join('');

/** Messages of a catalog in gettext's form: English to what is shown. */
function catalog(lang: Lang): Map<string, string> {
  const entries = parts.flatMap((part) => {
    const text = readFileSync(path.join(locales, lang, `${part}.po`), 'utf8');
    return [...text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)].map(
      ([, id = '', shown = '']): [string, string] => [quoted(id), quoted(shown)],
    );
  });
  return new Map(entries);
}

const catalogs = { zh: catalog('zh'), en: catalog('en') };

/**
 * What the app shows for an English message, so that a journey is written once. `values` fill the places; throws for
 * a message that no catalog has, so that a journey does not wait for words that were changed.
 */
export function words(lang: Lang, message: string, values: Readonly<Record<string, string>> = {}): string {
  const shown = catalogs[lang].get(message);
  if (shown === undefined) throw new Error(`no message "${message}" in the ${lang} catalogs`);
  return shown.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
