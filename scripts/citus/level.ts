// One level of a query: what stands in its FROM, and how each distributed table in it is bound to a room (decision 0037).
import { groupOf, keyOf, type Schema, type Table } from './schema.ts';
import { type Json, listOf, type Node, nameOf, nodeOf, only, wordOf } from './tree.ts';

/**
 * How the distribution column of a table is held: to one value, to the values of a list, to a column of the query around, or
 * not at all.
 */
export type Bound = 'one' | 'list' | 'outer' | undefined;

export interface Ref {
  readonly alias: string;
  readonly name: string;
  readonly table: Table | undefined;
  readonly kind: 'table' | 'cte' | 'other';
  readonly key: string | undefined;
  readonly group: string | undefined;
  bound: Bound;
}

interface Condition {
  readonly of: Json;
  /** What it can bind: all, or the right side of an outer join. */
  readonly binds: (alias: string) => boolean;
}

/** A part of FROM that is a query of its own. */
export interface Sub {
  readonly query: Json;
  readonly lateral: boolean;
}
/** LEFT JOIN: what stands on both its sides. */
export interface Outer {
  readonly left: readonly Ref[];
  readonly right: readonly Ref[];
}

export interface Level {
  readonly refs: Ref[];
  readonly subs: Sub[];
  readonly outers: Outer[];
  readonly conditions: Condition[];
  /** Aliases of the queries around. */
  readonly around: ReadonlySet<string>;
}

export const emptyLevel = (around: ReadonlySet<string>): Level => ({
  refs: [],
  subs: [],
  outers: [],
  conditions: [],
  around,
});

/** A table, or a CTE of that name. */
export function refOf(range: Node, schema: Schema, ctes: ReadonlySet<string>): Ref {
  const name = wordOf(range.relname);
  const table = ctes.has(name) ? undefined : schema.get(name);
  const alias = wordOf(nodeOf(range.alias).aliasname) || name;
  const kind = ctes.has(name) ? 'cte' : 'table';
  return { alias, name, table, kind, key: keyOf(table), group: groupOf(name, table), bound: undefined };
}

/** Takes one item of FROM into the level; returns what it brought. */
export function takeFrom(level: Level, item: Json, schema: Schema, ctes: ReadonlySet<string>): Ref[] {
  const { kind, node } = only(item);
  const take = (ref: Ref) => {
    level.refs.push(ref);
    return [ref];
  };
  const other = (bound: Bound) =>
    take({
      ...{ alias: wordOf(nodeOf(node.alias).aliasname), name: '', table: undefined, kind: 'other' as const },
      ...{ key: undefined, group: undefined, bound },
    });
  if (kind === 'RangeVar') return take(refOf(node, schema, ctes));
  if (kind === 'RangeFunction') return other('list');
  if (kind === 'RangeSubselect') {
    level.subs.push({ query: node.subquery, lateral: node.lateral === true });
    // (SELECT $1 AS room_id) is as good as the value itself.
    return other(listOf(nodeOf(nodeOf(node.subquery).SelectStmt).fromClause).length === 0 ? 'one' : 'list');
  }
  if (kind === 'JoinExpr') {
    const left = takeFrom(level, node.larg, schema, ctes);
    const right = takeFrom(level, node.rarg, schema, ctes);
    const isInner = node.jointype === 'JOIN_INNER';
    if (!isInner) level.outers.push({ left, right });
    const aliases = new Set(right.map(({ alias }) => alias));
    for (const of of conjuncts(node.quals))
      level.conditions.push({ of, binds: (alias) => isInner || aliases.has(alias) });
    return [...left, ...right];
  }
  return [];
}

/** The parts of a condition that all must hold. */
export function conjuncts(condition: Json): Json[] {
  const { kind, node } = only(condition);
  if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR') return listOf(node.args).flatMap(conjuncts);
  return condition === undefined || condition === null ? [] : [condition];
}

const ranks = { one: 3, list: 2, outer: 1 } as const;
const rank = (bound: Bound) => (bound === undefined ? 0 : ranks[bound]);

/** Finds out how each table of the level is bound, by its conditions, until nothing more follows. */
export function bind(level: Level): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const condition of level.conditions) changed = apply(level, condition) || changed;
  }
}

function apply(level: Level, { of, binds }: Condition): boolean {
  const { kind, node } = only(of);
  let changed = false;
  const raise = (side: Json, bound: Bound) => {
    const ref = keyRef(level, side);
    if (!ref || !binds(ref.alias) || rank(bound) <= rank(ref.bound)) return;
    ref.bound = bound;
    changed = true;
  };
  if (kind === 'A_Expr' && nameOf(listOf(node.name)[0]) === '=') {
    if (node.kind === 'AEXPR_OP_ANY') raise(node.lexpr, 'list');
    if (node.kind === 'AEXPR_OP') {
      raise(node.lexpr, boundOf(level, node.rexpr));
      raise(node.rexpr, boundOf(level, node.lexpr));
    }
  }
  // (room_id, id) IN (SELECT …)
  if (kind === 'SubLink' && node.subLinkType === 'ANY_SUBLINK') {
    const row = nodeOf(nodeOf(node.testexpr).RowExpr);
    for (const part of row.args === undefined ? [node.testexpr] : listOf(row.args)) raise(part, 'list');
  }
  return changed;
}

interface Column {
  readonly alias: string | undefined;
  readonly name: string;
}
function columnOf(value: Json): Column | undefined {
  const { kind, node } = only(value);
  if (kind === 'TypeCast') return columnOf(node.arg);
  if (kind !== 'ColumnRef') return undefined;
  const names = listOf(node.fields).map(nameOf);
  return names.length > 1 ? { alias: names[0], name: names[1] ?? '' } : { alias: undefined, name: names[0] ?? '' };
}

/** The table of this level that a column is of: by its alias, or the one that has such a column. */
function owner(level: Level, { alias, name }: Column): Ref | undefined {
  if (alias !== undefined) return level.refs.find((ref) => ref.alias === alias);
  return level.refs.find((ref) => ref.table?.columns.has(name)) ?? level.refs.find(({ kind }) => kind !== 'table');
}

/** The table whose distribution column this is. */
function keyRef(level: Level, value: Json): Ref | undefined {
  const column = columnOf(value);
  const ref = column && owner(level, column);
  return ref?.key !== undefined && ref.key === column?.name ? ref : undefined;
}

/** How far a value is known when the query is planned. */
function boundOf(level: Level, value: Json): Bound {
  const { kind, node } = only(value);
  if (kind === 'ParamRef' || kind === 'A_Const') return 'one';
  if (kind === 'TypeCast') return boundOf(level, node.arg);
  const column = columnOf(value);
  if (!column) return undefined;
  const ref = owner(level, column);
  if (!ref) return level.around.has(column.alias ?? '') ? 'outer' : undefined;
  if (ref.kind === 'cte') return 'list';
  if (ref.kind === 'other') return ref.bound;
  return ref.key === column.name ? ref.bound : undefined;
}
