import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { HouseRule } from '@teahouse/contract/talk';

interface Examples {
  readonly no: MessageDescriptor;
  readonly yes: MessageDescriptor;
}

/** For each rule what it forbids and what it does not, so that nobody has to guess where the line runs. */
export const ruleExamples: Readonly<Record<HouseRule, Examples>> = {
  threat: {
    no: msg`“Whoever signed this off should be waited for in the car park.”`,
    yes: msg`“If this goes on I will hand in my notice, and I will go to the labour office.”`,
  },
  'personal-data': {
    no: msg`“The one who opened this thread is Chen from payroll, her number is …”`,
    yes: msg`“The head of my department announced it on Monday.” Public acts of people who speak for a company may be named with them.`,
  },
  insult: {
    no: msg`“You are too stupid for this job, no wonder they put you there.”`,
    yes: msg`“This plan is stupid: it doubles the night shifts and saves nothing.”`,
  },
  hate: {
    no: msg`“Never hire anyone from that province, they are all cheats.”`,
    yes: msg`“My application was turned down because of my home province; this is what they wrote.”`,
  },
  sexual: {
    no: msg`“Rate the looks of the new interns”, pictures of naked people.`,
    yes: msg`“A superior touched me at the year-end party. What can I do?”`,
  },
  advertising: {
    no: msg`“Side income, 500 a day, add me and ask for the course.”`,
    yes: msg`“My team is looking for a tester, ask here.” Naming an employer, a tool, a book because it helps.`,
  },
  flooding: {
    no: msg`The same sentence under twenty threads; a wall of one letter.`,
    yes: msg`Asking once more after a week without an answer.`,
  },
  impersonation: {
    no: msg`“Notice of the human resources department: whoever posts here will be dismissed.”`,
    yes: msg`“As somebody who works in human resources I read it like this.” The label shows what is proven.`,
  },
  illegal: {
    no: msg`“Degree certificates, any university, delivered in three days.”`,
    yes: msg`“We are told to backdate invoices. Where can I report that?” Reporting a wrong is not one.`,
  },
  other: {
    no: msg`What harms others here and is in no rule yet. It takes a reason in words, and a rule is written when it comes up again.`,
    yes: msg`Being wrong, being rude about a company, being in the minority, complaining about the moderators.`,
  },
};
