import { fromBase64url } from '@teahouse/protocol';
import { ProofError } from './errors.ts';

/*
 * The forms of JSON values. A form gives a copy in which nothing is but what it names, with the keys in its own order,
 * or throws. The contract's zod schema says the same of a proof (file.test.ts compares them); it is too large for a
 * page that only checks one.
 */
export type Form<T> = (value: unknown, at: string) => T;
type FieldsOf<F extends Fields> = { [K in keyof F]: F[K] extends Form<infer T> ? T : never };
type Fields = Readonly<Record<string, Form<unknown>>>;

const refused = (at: string, wanted: string, cause?: unknown) =>
  new ProofError('not-format', `${at} is not ${wanted}`, { cause });

/** Exactly these fields. */
export function fields<F extends Fields>(forms: F): Form<FieldsOf<F>> {
  const names = Object.keys(forms);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused(at, 'an object');
    if (Object.keys(value).length !== names.length || !names.every((name) => Object.hasOwn(value, name))) {
      throw refused(at, `an object of ${names.join(', ')}`);
    }
    const given = value as Record<string, unknown>;
    return Object.fromEntries(
      names.map((name) => [name, forms[name]!(given[name], `${at}.${name}`)]),
    ) as FieldsOf<F>;
  };
}

export function listOf<T>(form: Form<T>, max: number): Form<T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > max) throw refused(at, `a list of at most ${max}`);
    return value.map((item, i) => form(item, `${at}.${i}`));
  };
}

export function textUpTo(max: number): Form<string> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > max) throw refused(at, `a text of at most ${max}`);
    return value;
  };
}

/** Bytes as base64url in its one form: `length` of them, or at most `max`. */
export function bytes({ length, max = length ?? 0 }: { length?: number; max?: number }): Form<string> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > Math.ceil((max * 8) / 6)) {
      throw refused(at, `at most ${max} bytes in base64url`);
    }
    try {
      fromBase64url(value, length);
    } catch (cause) {
      throw refused(at, 'base64url', cause);
    }
    return value;
  };
}

export const count: Form<number> = (value, at) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw refused(at, 'a number from 0');
  return value as number;
};

export function literal<const T extends string>(text: T): Form<T> {
  return (value, at) => {
    if (value !== text) throw refused(at, text);
    return text;
  };
}
