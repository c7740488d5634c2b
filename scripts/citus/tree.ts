// A parsed statement as plain JSON, and how to walk it.
import { loadModule, parseSync } from 'libpg-query';

export type Json = null | boolean | number | string | undefined | Json[] | { readonly [key: string]: Json };
export type Node = { readonly [key: string]: Json };

await loadModule();

/** The statements of an SQL text, by Postgres's own parser. Throws its words where it is none. */
export function parseSql(text: string): { kind: string; node: Node }[] {
  const { stmts } = parseSync(text) as unknown as { stmts?: { stmt: Node }[] };
  return (stmts ?? []).map(({ stmt }) => only(stmt));
}

const isNode = (value: Json): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ SelectStmt: {…} }` apart: its kind and what is in it. */
export function only(value: Json): { kind: string; node: Node } {
  const [kind = '', node] = isNode(value) ? (Object.entries(value)[0] ?? []) : [];
  return { kind, node: isNode(node) ? node : {} };
}

export const nodeOf = (value: Json): Node => (isNode(value) ? value : {});
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);
export const wordOf = (value: Json): string => (typeof value === 'string' ? value : '');
/** `{ String: { sval } }` */
export const nameOf = (value: Json): string => wordOf(nodeOf(nodeOf(value).String).sval);

/** Every node below a value and itself, with its kind; not into what `skip` says. */
export function* nodesIn(
  value: Json,
  skip: (kind: string) => boolean = () => false,
): Generator<{ kind: string; node: Node }> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesIn(item, skip);
    return;
  }
  if (!isNode(value)) return;
  for (const [kind, inner] of Object.entries(value)) {
    if (skip(kind)) continue;
    if (isNode(inner) && /^[A-Z]/.test(kind)) yield { kind, node: inner };
    yield* nodesIn(inner, skip);
  }
}
