import { painted } from '../text/painted.ts';

type Language = 'zh' | 'en';
const cjk = /[\u3400-\u9fff]/gu;

/** The language of a text that does not say: Chinese as soon as a fifth of it is. */
export function languageOf(text: string): Language {
  const letters = [...text].filter((c) => /\p{L}/u.test(c)).length;
  return (text.match(cjk)?.length ?? 0) * 5 >= letters && letters > 0 ? 'zh' : 'en';
}

/** The `lang` attribute of words on the screen, so that they are set and read aloud in their own language. */
export function langTag(lang: Language | null | undefined, text: string): 'zh-CN' | 'en' {
  return (lang ?? languageOf(text)) === 'zh' ? 'zh-CN' : 'en';
}

/**
 * A title as it is set: without what can't be seen, and figures joined by hyphens, such as 11-11-6, are not torn at the
 * end of a line.
 */
export const setTitle = (title: string): string => painted(title).replace(/(?<=\d)-(?=\d)/g, '\u2060-\u2060');
