import type { Locale } from '../accounts/types.ts';
import type { MailText } from './templates.ts';

export interface Words {
  subject: string;
  /** Paragraphs; `null` stands for the code or the link. */
  lines: readonly (string | null)[];
}

/** What stands out in a mail: made by us, and plain letters and digits or an address of ours. */
export type Shown = { code: string } | { link: string };

/** Text and HTML of a mail. */
export function render({ subject, lines }: Words, locale: Locale, shown: Shown): MailText {
  const isCode = 'code' in shown;
  const plain = isCode ? shown.code : shown.link;
  const html = isCode
    ? `<p style="font-size:28px;letter-spacing:6px;margin:24px 0"><strong>${shown.code}</strong></p>`
    : `<p style="margin:24px 0"><a href="${shown.link}">${shown.link}</a></p>`;
  const paragraphs = lines.map((line) => (line === null ? html : `<p>${line}</p>`));
  const style = 'font-family:Georgia,"Noto Serif SC",serif;font-size:16px;line-height:1.7;color:#2b2622';
  return {
    subject,
    text: `${lines.map((line) => line ?? `    ${plain}`).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><body style="${style}">${paragraphs.join('')}</body></html>`,
  };
}
