import type { Rule as RuleOf } from '@teahouse/look/personal';
import type { Kind } from '../types.ts';

/** A rule of the exposure check: the same form, on the device, as the server's first look has (packages/look). */
export type Rule = RuleOf<Kind>;
export { any, holds, rx } from '@teahouse/look/personal';
