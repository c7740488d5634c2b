import type { Locale } from '../accounts/types.ts';
import { render, type Words } from './render.ts';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

const minutes = 15;

const signUpCode: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：确认您的邮箱',
    lines: [
      '您好，',
      '有人用这个邮箱注册茶馆。请在注册页面填写这个验证码：',
      null,
      `验证码在 ${minutes} 分钟内有效。如果不是您本人操作，忽略这封邮件即可，不会有账号被建立。`,
    ],
  },
  en: {
    subject: 'Teahouse: confirm your address',
    lines: [
      'Hello,',
      'Someone is signing up to Teahouse with this address. Enter this code on the sign-up page:',
      null,
      `It counts for ${minutes} minutes. If this was not you, ignore this mail: no account will be made.`,
    ],
  },
};

const alreadyRegistered: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：您已经有账号了',
    lines: [
      '您好，',
      '有人想用这个邮箱注册茶馆，但它已经有账号了。如果是您本人，请直接登录。',
      '如果不是您本人操作，忽略这封邮件即可，您的账号没有任何变化。',
    ],
  },
  en: {
    subject: 'Teahouse: you already have an account',
    lines: [
      'Hello,',
      'Someone tried to sign up to Teahouse with this address, which has an account already. If it was you, just sign in.',
      'If it was not you, ignore this mail: nothing about your account has changed.',
    ],
  },
};

const workCode: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：确认您的工作邮箱',
    lines: [
      '您好，',
      '请在茶馆填写这个验证码，确认这是您的工作邮箱：',
      null,
      `验证码在 ${minutes} 分钟内有效。您的公司能看到收到过这封邮件，看不到您在茶馆里做什么。`,
      '如果不是您本人操作，忽略这封邮件即可。',
    ],
  },
  en: {
    subject: 'Teahouse: confirm your work address',
    lines: [
      'Hello,',
      'Enter this code in Teahouse to confirm that this is your work address:',
      null,
      `It counts for ${minutes} minutes. Your company can see that this mail arrived, and nothing of what you do in Teahouse.`,
      'If this was not you, ignore this mail.',
    ],
  },
};

/** Nothing a stranger typed is ever part of a mail, so nobody can send words of theirs through us. */
export const mails = {
  signUpCode: (locale: Locale, code: string) => render(signUpCode[locale], locale, { code }),
  alreadyRegistered: (locale: Locale) => render(alreadyRegistered[locale], locale, { code: '' }),
  workCode: (locale: Locale, code: string) => render(workCode[locale], locale, { code }),
};
