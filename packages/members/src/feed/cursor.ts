import { fail } from '../errors.ts';

/** Numbers that say where a list goes on, as `12.-7`. Throws `cursor-invalid` for anything but so many of them. */
export function readNumbers(cursor: string, count: number): string[] {
  const parts = cursor.split('.');
  if (parts.length !== count || !parts.every((part) => /^-?\d{1,18}$/.test(part)))
    throw fail('cursor-invalid');
  return parts;
}

/** Throws `cursor-invalid` for what is no id of a member. */
export function readId(cursor: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) throw fail('cursor-invalid');
  return cursor;
}
