export { unbounded } from './bounds.ts';
export { contact } from './contact.ts';
export { type PersonalKind, personalKinds } from './kinds.ts';
export { double, famous, famousAbroad, firstNames, given, notName, surname } from './names.ts';
export { papers } from './papers.ts';
export { type Plain, plainOf } from './plain.ts';
export { any, clauseOf, holds, type Rule, rx } from './rule.ts';
