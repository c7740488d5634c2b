/** Addresses of a role or a list (RFC 2142 and usage): they stand for nobody, or for whoever is on duty. */
const roles = new Set(
  `abuse accounting accounts admin administrator all alert alerts billing bot bots business career careers caiwu ceo
   cfo cio cs coo cto compliance contact customer customercare customerservice data dev developer developers devops
   donotreply email enquiry everyone events feedback finance ftp gongzuo group hello help helpdesk hi hostmaster hr
   info information inquiries inquiry inbound invest investor investors ir it jobs join kefu legal list lists mail
   mailer mailerdaemon maintenance manager marketing media members monitoring news newsletter noc noreply notice
   notification notifications notify office official ops order orders partner partners pay payroll personnel pm
   postmaster pr press privacy public purchase purchasing qa reception recruit recruiter recruiting recruitment
   reply reports root sales security server service services shichang shop smtp social spam staff subscribe
   support sysadmin system systems talent team tech test tester testing training undisclosed unsubscribe user users
   usenet vip web webadmin webmaster www xiaoshou xingzheng yunying zhaopin`.split(/\s+/),
);

/** One mailbox, one text. */
export interface Mailbox {
  /** Lower case, without what follows a `+`: `Lin.Mo+tea@Harbour.com` → `lin.mo@harbour.com`. Dots are kept. */
  canonical: string;
  local: string;
  host: string;
}

/** Reads an address that the schema accepted. Undefined when nothing is left before the `@`. */
export function readMailbox(email: string): Mailbox | undefined {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/\+.*$/, '');
  const host = address.slice(at + 1).replace(/\.$/, '');
  if (at < 1 || local === '' || host === '') return undefined;
  return { canonical: `${local}@${host}`, local, host };
}

/** `hr`, `no-reply`, `hr.jobs2`, but neither `lin.hr` nor `infante`. */
export function isRoleAddress(local: string): boolean {
  const words = local.split(/[._-]+/).map((word) => word.replace(/\d+$/, ''));
  const named = words.filter((word) => word !== ''); // a staff number alone is a person's
  return roles.has(words.join('')) || (named.length > 0 && named.every((word) => roles.has(word)));
}
