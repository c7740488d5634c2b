import freeMail from 'free-email-domains';
import { parse } from 'tldts';

const free = new Set(freeMail);

/**
 * The domain that somebody registered, of a host name: `mail.cn.harbour.com` → `harbour.com`. Names below a shared
 * suffix such as `github.io` belong to different people (Public Suffix List, private section). Undefined when there
 * is none, as for an IP address or a suffix itself.
 */
export function registrableDomain(host: string): string | undefined {
  const { domain, isIp, isPrivate, publicSuffix, hostname } = parse(host.trim().toLowerCase(), {
    allowPrivateDomains: true,
    extractHostname: false,
  });
  if (isIp || !domain || (isPrivate && publicSuffix === hostname)) return undefined;
  return /^[a-z0-9.-]{1,253}$/.test(domain) ? domain : undefined;
}

/** Can anyone get an address there? Then it says nothing about where somebody works. */
export function isFreeMail(host: string): boolean {
  const name = host.toLowerCase();
  const domain = registrableDomain(name);
  return free.has(name) || (domain !== undefined && free.has(domain));
}

/**
 * A company's name as it is kept: one form of each character (NFKC), single spaces. Undefined with letters that are
 * neither Han nor Latin: a Cyrillic or Greek letter in a Latin word passes for another company (UTS #39).
 */
export function companyName(typed: string): string | undefined {
  const name = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const letters = name.replace(/[^\p{L}]/gu, '');
  return /^[\p{Script=Han}\p{Script=Latin}]*$/u.test(letters) && /[\p{L}\p{N}]/u.test(name)
    ? name
    : undefined;
}

/** An id for a company out of its English name, else out of its domain: `Blue Harbour 2` → `blue-harbour-2`. */
export function companySlug(nameEn: string, domain: string): string {
  const slug = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+/, '')
      .slice(0, 32)
      .replace(/-+$/, '');
  return slug(nameEn) || slug(domain.split('.')[0] ?? '') || 'company';
}
