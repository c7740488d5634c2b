import { talkLimits } from '@teahouse/contract/talk/limits';

const langs = ['zh', 'en'] as const;
const labels = ['company', 'industry', 'professional', 'alias'] as const;
/** Days back from now that can be chosen. */
export const spans = [1, 7, 30, 365] as const;

/** A search as it stands in the address. */
export interface Question {
  readonly q?: string;
  readonly room?: string;
  readonly lang?: (typeof langs)[number];
  readonly label?: (typeof labels)[number];
  readonly days?: number;
}

/** From an address; what is none is left out. A number in it is a word like any other. */
export function searchSearch({ q, room, lang, label, days }: Record<string, unknown>): Question {
  const words =
    typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, talkLimits.searchCharacters) : '';
  const chosen = { lang: langs.find((one) => one === lang), label: labels.find((one) => one === label) };
  const back = spans.find((one) => one === Number(days));
  return {
    ...(words && { q: words }),
    ...(typeof room === 'string' && /^[a-z0-9-]{1,40}$/.test(room) && { room }),
    ...(chosen.lang && { lang: chosen.lang }),
    ...(chosen.label && { label: chosen.label }),
    ...(back && { days: back }),
  };
}
