// What Citus does not carry out of one statement. By the source of Citus 14 and its documentation (decision 0037): this is a reading
// of its rules, and not Citus.
import { bind, conjuncts, emptyLevel, type Level, type Ref, refOf, takeFrom } from './level.ts';
import type { Schema } from './schema.ts';
import { type Json, listOf, type Node, nameOf, nodeOf, nodesIn, only, parseSql, wordOf } from './tree.ts';

export interface Breach {
  readonly rule: string;
  /** Table or function that it is about. */
  readonly about: string;
}

const volatile = new Set([
  ...['random', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'nextval', 'setval', 'currval', 'lastval', 'now'],
  ...['clock_timestamp', 'timeofday', 'pg_notify', 'pg_advisory_lock', 'pg_advisory_xact_lock', 'setseed'],
]);
const aggregates =
  /^(count|sum|min|max|avg|array_agg|string_agg|jsonb?_agg|jsonb?_object_agg|bool_and|bool_or|every)$/;
const queries = /^(Select|Insert|Update|Delete|Merge)Stmt$/;

/** A query and what is planned with it; a CTE is planned by itself. */
interface Unit {
  readonly refs: Ref[];
  readonly breaches: Breach[];
  readonly schema: Schema;
}

/** Everything in a statement that Citus would refuse, or could only carry out by asking every machine. */
export function breachesOf(text: string, schema: Schema): Breach[] {
  return parseSql(text).flatMap(({ kind, node }) => {
    if (kind === 'LockStmt') return lockBreaches(node, schema);
    if (queries.test(kind)) return unitBreaches(kind, node, schema, new Set());
    return [];
  });
}

const isSpread = ({ table }: Ref) => table?.home?.kind === 'by';
const isPlaced = ({ table }: Ref) => isSpread({ table } as Ref) || table?.home?.kind === 'reference';

function lockBreaches(node: Node, schema: Schema): Breach[] {
  return listOf(node.relations)
    .map((of) => wordOf(nodeOf(nodeOf(of).RangeVar).relname))
    .filter((name) => schema.get(name)?.home?.kind !== 'coordinator')
    .map((about) => ({ rule: 'citus-lock-table', about }));
}

function unitBreaches(kind: string, node: Node, schema: Schema, known: ReadonlySet<string>): Breach[] {
  const unit: Unit = { refs: [], breaches: [], schema };
  walk(unit, kind, node, { ctes: known, around: new Set(), isTop: true });
  const { refs, breaches } = unit;
  const groups = new Set(refs.flatMap(({ group }) => group ?? []));
  if (groups.size > 1) breaches.push({ rule: 'citus-groups', about: [...groups].sort().join(' and ') });
  const local = refs.find(({ table }) => table?.home?.kind === 'coordinator');
  if (local && refs.some(isSpread)) breaches.push({ rule: 'citus-local-join', about: local.name });
  return breaches;
}

interface Where {
  readonly ctes: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
  readonly isTop: boolean;
}

function walk(unit: Unit, kind: string, node: Node, where: Where): void {
  const ctes = new Set(where.ctes);
  const clause = nodeOf(node.withClause);
  for (const item of listOf(clause.ctes)) {
    const cte = nodeOf(nodeOf(item).CommonTableExpr);
    const body = only(cte.ctequery);
    unit.breaches.push(...unitBreaches(body.kind, body.node, unit.schema, ctes));
    ctes.add(wordOf(cte.ctename));
    if (clause.recursive === true) unit.breaches.push({ rule: 'citus-recursive', about: wordOf(cte.ctename) });
  }
  const inner = { ...where, ctes };
  if (node.op !== undefined && node.op !== 'SETOP_NONE') {
    for (const side of [node.larg, node.rarg]) walk(unit, 'SelectStmt', nodeOf(side), inner);
    return;
  }
  const level = emptyLevel(where.around);
  const target = node.relation === undefined ? undefined : refOf(nodeOf(node.relation), unit.schema, ctes);
  if (kind === 'InsertStmt' && target) return insert(unit, node, target, inner);
  if (target) level.refs.push(target);
  for (const item of [...listOf(node.fromClause), ...listOf(node.usingClause)])
    takeFrom(level, item, unit.schema, ctes);
  for (const of of conjuncts(node.whereClause)) level.conditions.push({ of, binds: () => true });
  bind(level);
  unit.refs.push(...level.refs);
  look(unit, level, node);
  if (target && kind === 'UpdateStmt') setKey(unit, target, node.targetList);
  const around = new Set([...where.around, ...level.refs.map(({ alias }) => alias)]);
  for (const { query } of level.subs) {
    const sub = only(query);
    walk(unit, sub.kind, sub.node, { ctes, around, isTop: false });
  }
  for (const query of subqueries(node)) walk(unit, query.kind, query.node, { ctes, around, isTop: false });
}

/** Subqueries of expressions: not of FROM, which are walked by themselves, and not of CTEs. */
function* subqueries(node: Node): Generator<{ kind: string; node: Node }> {
  for (const { kind, node: link } of nodesIn(withoutParts(node), (kind) => kind === 'subselect'))
    if (kind === 'SubLink') yield only(link.subselect);
}
const withoutParts = ({ withClause: _, selectStmt: __, ...rest }: Node): Node => ({
  ...rest,
  fromClause: listOf(rest.fromClause).map(joinQuals),
  usingClause: listOf(rest.usingClause).map(joinQuals),
});
/** Of FROM only what its joins ask for. */
function joinQuals(item: Json): Json {
  const { kind, node } = only(item);
  return kind === 'JoinExpr' ? [node.quals, joinQuals(node.larg), joinQuals(node.rarg)] : null;
}

function insert(unit: Unit, node: Node, target: Ref, where: Where): void {
  const add = (rule: string, about = target.name) => unit.breaches.push({ rule, about });
  const select = nodeOf(nodeOf(node.selectStmt).SelectStmt);
  const columns = listOf(node.cols).map((of) => wordOf(nodeOf(nodeOf(of).ResTarget).name));
  const { key } = target;
  if (key !== undefined && columns.length > 0 && !columns.includes(key)) add('citus-insert-key');
  const hasLink = (value: Json) => [...nodesIn(value)].some(({ kind }) => kind === 'SubLink');
  const isValues = select.valuesLists !== undefined;
  if (isPlaced(target)) {
    if (isValues && hasLink(select.valuesLists)) add('citus-insert-subquery');
    if (hasLink(node.onConflictClause) || hasLink(node.returningList)) add('citus-insert-subquery');
    for (const about of volatileIn(node)) add('citus-volatile', about);
  }
  const conflict = nodeOf(node.onConflictClause);
  const infer = nodeOf(conflict.infer).indexElems;
  const inferred = listOf(infer).map((of) => wordOf(nodeOf(nodeOf(of).IndexElem).name));
  if (key !== undefined && infer !== undefined && !inferred.includes(key)) add('citus-conflict-key');
  setKey(unit, target, conflict.targetList);
  if (isValues) unit.refs.push(target);
  // Rows that are selected elsewhere come by way of the coordinator: the two are planned apart.
  else if (node.selectStmt !== undefined) {
    const apart = unitBreaches('SelectStmt', select, unit.schema, where.ctes);
    unit.breaches.push(...apart);
  }
}

function setKey(unit: Unit, { key, name }: Ref, targets: Json): void {
  const set = listOf(targets).map((of) => wordOf(nodeOf(nodeOf(of).ResTarget).name));
  if (key !== undefined && set.includes(key)) unit.breaches.push({ rule: 'citus-set-key', about: name });
}

const volatileIn = (node: Node): string[] =>
  [...nodesIn(node)].flatMap(({ kind, node }) => {
    const name = listOf(node.funcname).map(nameOf).at(-1) ?? '';
    return kind === 'FuncCall' && volatile.has(name) ? [name] : [];
  });

/** One level by itself. */
function look(unit: Unit, level: Level, node: Node): void {
  const add = (rule: string, about: string) => unit.breaches.push({ rule, about });
  const spread = level.refs.filter(isSpread);
  for (const ref of spread) {
    if (ref.bound === undefined) add('citus-room', ref.name);
    if (ref.bound === 'outer') add('citus-outer-room', ref.name);
  }
  if (level.refs.some(isPlaced)) for (const about of volatileIn(own(node))) add('citus-volatile', about);
  const wide = spread.filter(({ bound }) => bound !== 'one');
  const [about] = wide.map(({ name }) => name);
  if (about !== undefined) {
    if (node.lockingClause !== undefined) add('citus-row-lock', about);
    for (const { kind, node: inner } of nodesIn(own(node), (kind) => kind === 'subselect')) {
      const name = listOf(inner.funcname).map(nameOf).at(-1) ?? '';
      if (kind === 'GroupingSet') add('citus-grouping-sets', about);
      if (kind === 'FuncCall' && inner.over !== undefined) add('citus-window', name);
      if (kind === 'FuncCall' && inner.agg_distinct === true && name !== 'count') add('citus-distinct', name);
      if (kind === 'ColumnRef' && listOf(inner.fields).map(nameOf).includes('ctid')) add('citus-ctid', about);
    }
    if (wide.some(({ bound }) => bound === 'outer') && isGathered(node)) add('citus-correlated', about);
    for (const { left, right } of level.outers) {
      const inner = right.find((ref) => isSpread(ref) && ref.bound !== 'one');
      if (inner && !left.some(isSpread)) add('citus-outer-join', inner.name);
    }
  }
  for (const { query, lateral } of level.subs) if (lateral) lateralBreach(unit, query);
}

/** Neither subqueries of FROM nor CTEs. */
const own = (node: Node): Node => withoutParts(node);

/** Whether a query gives something of all its rows and not each of them. */
const isGathered = (node: Node): boolean =>
  node.limitCount !== undefined ||
  node.distinctClause !== undefined ||
  node.groupClause !== undefined ||
  [...nodesIn(node.targetList, (kind) => kind === 'subselect')].some(
    ({ kind, node: inner }) =>
      kind === 'FuncCall' && aggregates.test(listOf(inner.funcname).map(nameOf).at(-1) ?? ''),
  );

/** A join that runs once a row, over a table that is not held to one room. */
function lateralBreach(unit: Unit, query: Json): void {
  const { node } = only(query);
  const level = emptyLevel(new Set());
  for (const item of listOf(node.fromClause)) takeFrom(level, item, unit.schema, new Set());
  for (const of of conjuncts(node.whereClause)) level.conditions.push({ of, binds: () => true });
  bind(level);
  const wide = level.refs.find((ref) => isSpread(ref) && ref.bound !== 'one');
  if (wide && isGathered(node)) unit.breaches.push({ rule: 'citus-lateral', about: wide.name });
  for (const sub of level.subs) lateralBreach(unit, sub.query);
}
