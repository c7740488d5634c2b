import { membersLimits } from '@teahouse/contract/members';
import type { Locale } from '../accounts/types.ts';
import { render, type Words } from './render.ts';
import type { MailText } from './templates.ts';

/** What changed about the ways into an account. */
export type SecurityNotice =
  | 'passwordChanged'
  | 'passwordRemoved'
  | 'passwordReset'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'tokenMade'
  | 'addressBack'
  | 'leaving';

const hours = membersLimits.resetMinutes / 60;
const days = membersLimits.undoDays;

const resetCode: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：重设密码',
    lines: [
      '您好，',
      '有人请求重设您在茶馆的密码。如果是您本人，请在重设页面填写这个验证码：',
      null,
      `验证码在 ${hours} 小时内有效。重设之后，所有设备都需要重新登录。`,
      '如果不是您本人操作，忽略这封邮件即可；请不要把验证码告诉任何人。',
    ],
  },
  en: {
    subject: 'Teahouse: set a new password',
    lines: [
      'Hello,',
      'Someone asked to reset your password at Teahouse. If it was you, enter this code on the page:',
      null,
      `It counts for ${hours === 1 ? 'an hour' : `${hours} hours`}. After that all devices have to sign in again.`,
      'If it was not you, ignore this mail, and tell nobody the code.',
    ],
  },
};

const noAccount: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：这个邮箱没有账号',
    lines: [
      '您好，',
      '有人想重设茶馆的密码，但这个邮箱没有账号。如果是您本人，您注册时可能用了另一个邮箱。',
      '如果不是您本人操作，忽略这封邮件即可。',
    ],
  },
  en: {
    subject: 'Teahouse: no account by this address',
    lines: [
      'Hello,',
      'Someone tried to reset a password at Teahouse, but this address has no account. If it was you, you may have signed up with another one.',
      'If it was not you, ignore this mail.',
    ],
  },
};

const newAddressCode: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：确认新的邮箱',
    lines: [
      '您好，',
      '请在茶馆填写这个验证码，把账号改到这个邮箱：',
      null,
      `验证码在 ${membersLimits.codeMinutes} 分钟内有效。如果不是您本人操作，忽略这封邮件即可。`,
    ],
  },
  en: {
    subject: 'Teahouse: confirm your new address',
    lines: [
      'Hello,',
      'Enter this code in Teahouse to move your account to this address:',
      null,
      `It counts for ${membersLimits.codeMinutes} minutes. If this was not you, ignore this mail.`,
    ],
  },
};

const addressChanged: Record<Locale, Words> = {
  zh: {
    subject: '茶馆：账号的邮箱改了',
    lines: [
      '您好，',
      '您在茶馆的账号刚刚换了邮箱，这个邮箱不再用于登录。如果是您本人操作，不必理会这封邮件。',
      `如果不是您本人，请在 ${days} 天之内打开下面的链接，把邮箱改回来：`,
      null,
      '改回之后，所有设备都会退出登录，密码、通行密钥和访问令牌全部失效，您需要用这个邮箱重设密码。请不要把链接转给别人。',
    ],
  },
  en: {
    subject: 'Teahouse: the address of your account has changed',
    lines: [
      'Hello,',
      'Your account at Teahouse has just got another address; this one no longer signs in. If that was you, there is nothing to do.',
      `If it was not you, open this link within ${days} days to take it back:`,
      null,
      'All devices are signed out then, and password, passkeys and access tokens count no more: you set a new password by a code to this address. Pass the link on to nobody.',
    ],
  },
};

const told: Record<SecurityNotice, Record<Locale, string>> = {
  passwordChanged: {
    zh: '账号的密码改了，其他设备已退出登录。',
    en: 'The password was changed, and other devices were signed out.',
  },
  passwordRemoved: {
    zh: '账号不再使用密码，只用通行密钥登录。',
    en: 'The password was removed: only passkeys sign in now.',
  },
  passwordReset: {
    zh: '密码已重设，所有设备和访问令牌都已失效。',
    en: 'The password was reset; all devices were signed out and access tokens ended.',
  },
  passkeyAdded: { zh: '账号新增了一把通行密钥。', en: 'A passkey was added.' },
  passkeyRemoved: { zh: '账号的一把通行密钥被移除了。', en: 'A passkey was removed.' },
  tokenMade: { zh: '账号新建了一个访问令牌。', en: 'An access token was made.' },
  addressBack: {
    zh: '账号的邮箱改回了这个地址。请用它重设密码。',
    en: 'The account has this address again. Set a new password by a code to it.',
  },
  leaving: {
    zh: `账号将在 ${membersLimits.leaveDays} 天后永久删除，现在已对所有人隐藏。在此之前登录一次，就可以回来。`,
    en: `The account will be deleted for good in ${membersLimits.leaveDays} days, and is hidden from everybody now. Sign in before then to come back.`,
  },
};

function noticeWords(locale: Locale, what: SecurityNotice): Words {
  const said = told[what][locale];
  return locale === 'zh'
    ? {
        subject: '茶馆：账号安全提醒',
        lines: [
          '您好，',
          said,
          '如果不是您本人操作，请马上重设密码，并检查账号设置里的设备、通行密钥和访问令牌。',
        ],
      }
    : {
        subject: 'Teahouse: about the security of your account',
        lines: [
          'Hello,',
          said,
          'If it was not you, reset your password now, and look through devices, passkeys and access tokens in the account settings.',
        ],
      };
}

/** Mails about ways in. As in `mails`, nothing that a stranger typed is part of one. */
export const securityMails = {
  resetCode: (locale: Locale, code: string): MailText =>
    render(resetCode[locale], locale, { code: `${code.slice(0, 5)}-${code.slice(5)}` }),
  noAccount: (locale: Locale): MailText => render(noAccount[locale], locale, { code: '' }),
  newAddressCode: (locale: Locale, code: string): MailText =>
    render(newAddressCode[locale], locale, { code }),
  addressChanged: (locale: Locale, link: string): MailText =>
    render(addressChanged[locale], locale, { link }),
  notice: (locale: Locale, what: SecurityNotice): MailText =>
    render(noticeWords(locale, what), locale, { code: '' }),
};
