import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatter } from '@lingui/format-po';
import { describe, expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '..', 'locales');
const { parse } = formatter();

/** Every message of a language: the id under which it is looked up, its English, and what each catalog shows. */
async function messagesOf(locale: 'en' | 'zh') {
  const all = new Map<string, { english: string; shown: Map<string, string> }>();
  for (const file of readdirSync(path.join(folder, locale)).filter((name) => name.endsWith('.po'))) {
    const filename = path.join(folder, locale, file);
    const catalog = await parse(readFileSync(filename, 'utf8'), { locale, sourceLocale: 'en', filename });
    for (const [id, { message = id, translation = '' }] of Object.entries(catalog)) {
      const entry = all.get(id) ?? { english: message, shown: new Map<string, string>() };
      entry.shown.set(file, translation);
      all.set(id, entry);
    }
  }
  return all;
}

describe.each(['en', 'zh'] as const)('the catalogs in %s', (locale) => {
  test('give one message one translation, as they are all loaded into one table', async () => {
    const all = await messagesOf(locale);
    // Without messages in common, nothing would have been compared.
    expect([...all.values()].filter(({ shown }) => shown.size > 1).length).toBeGreaterThan(10);
    const torn = [...all.values()].filter(({ shown }) => new Set(shown.values()).size > 1);
    expect(torn.map(({ english, shown }) => [english, Object.fromEntries(shown)])).toEqual([]);
  });

  test('leave no message without words', async () => {
    const empty = [...(await messagesOf(locale)).values()].filter(({ shown }) =>
      [...shown.values()].includes(''),
    );
    expect(empty.map(({ english }) => english)).toEqual([]);
  });
});
