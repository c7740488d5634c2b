// The tables that the migrations make, and what Citus refuses of them (decision 0037).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Home, homes } from '../../packages/talk/src/distribution/homes.ts';
import { type Json, listOf, type Node, nameOf, nodeOf, nodesIn, only, parseSql, wordOf } from './tree.ts';

export interface Finding {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}
export interface Table {
  readonly columns: Set<string>;
  readonly home: Home | undefined;
}
export type Schema = ReadonlyMap<string, Table>;

/** Column by which a table is distributed. */
export const keyOf = (table: Table | undefined): string | undefined =>
  table?.home?.kind === 'by' ? table.home.column : undefined;
/** Which tables lie side by side: name of the first of them. */
export const groupOf = (name: string, table: Table | undefined): string | undefined =>
  table?.home?.kind === 'by' ? (table.home.with ?? name) : undefined;

interface Unique {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Reads migrations as they would run; `given` are the homes of tables. */
export function readSchema(
  files: readonly { readonly name: string; readonly sql: string }[],
  given: Readonly<Record<string, Home>> = homes,
): { schema: Schema; findings: Finding[] } {
  const schema = new Map<string, Table>();
  const uniques = new Map<string, Unique>();
  const findings: Finding[] = [];
  const open = (name: string) => {
    const table = schema.get(name) ?? { columns: new Set<string>(), home: given[name] };
    schema.set(name, table);
    return table;
  };
  open('teahouse_migrations');
  for (const { name: file, sql } of files) {
    const refuse = (rule: string, to: string) => findings.push({ rule, from: file, to });
    const constrain = (table: string, constraint: Node, column?: string) => {
      const kind = wordOf(constraint.contype);
      if (kind === 'CONSTR_FOREIGN') refuse('citus-foreign-key', table);
      if (kind === 'CONSTR_IDENTITY') refuse('citus-sequence', table);
      if (kind === 'CONSTR_EXCLUSION') refuse('citus-exclusion', table);
      if (kind !== 'CONSTR_PRIMARY' && kind !== 'CONSTR_UNIQUE') return;
      const columns = column === undefined ? listOf(constraint.keys).map(nameOf) : [column];
      const name = wordOf(constraint.conname) || `${table}_${kind === 'CONSTR_PRIMARY' ? 'pkey' : columns.join('_')}`;
      uniques.set(name, { table, columns });
    };
    const column = (table: string, definition: Node) => {
      const name = wordOf(definition.colname);
      open(table).columns.add(name);
      const type = listOf(nodeOf(definition.typeName).names).map(nameOf).at(-1) ?? '';
      if (/^(big|small)?serial$/.test(type)) refuse('citus-sequence', `${table}.${name}`);
      for (const constraint of listOf(definition.constraints))
        constrain(table, nodeOf(nodeOf(constraint).Constraint), name);
    };
    for (const { kind, node } of parseSql(sql)) {
      const table = wordOf(nodeOf(node.relation).relname);
      switch (kind) {
        case 'CreateStmt':
          open(table);
          for (const element of listOf(node.tableElts)) {
            const inner = only(element);
            if (inner.kind === 'ColumnDef') column(table, inner.node);
            if (inner.kind === 'Constraint') constrain(table, inner.node);
          }
          break;
        case 'CreateTableAsStmt': {
          const { columns } = open(wordOf(nodeOf(nodeOf(node.into).rel).relname));
          for (const name of columnsOf(node.query)) columns.add(name);
          break;
        }
        case 'AlterTableStmt':
          for (const command of listOf(node.cmds)) {
            const { subtype, def, name } = nodeOf(nodeOf(command).AlterTableCmd);
            const inner = only(def);
            if (subtype === 'AT_AddColumn') column(table, inner.node);
            if (subtype === 'AT_DropColumn') open(table).columns.delete(wordOf(name));
            if (subtype === 'AT_AddConstraint') constrain(table, inner.node);
            if (subtype === 'AT_DropConstraint') uniques.delete(wordOf(name));
          }
          break;
        case 'RenameStmt':
          if (node.renameType === 'OBJECT_COLUMN') {
            open(table).columns.delete(wordOf(node.subname));
            open(table).columns.add(wordOf(node.newname));
          } else refuse('citus-rename', table);
          break;
        case 'IndexStmt':
          if (node.unique === true)
            uniques.set(wordOf(node.idxname), {
              table,
              columns: listOf(node.indexParams).map((of) => wordOf(nodeOf(nodeOf(of).IndexElem).name)),
            });
          break;
        case 'DropStmt':
          for (const name of droppedBy(node)) {
            schema.delete(name);
            uniques.delete(name);
          }
          break;
        case 'CreateTrigStmt':
          refuse('citus-trigger', table);
          break;
        case 'CreateSeqStmt':
          refuse('citus-sequence', wordOf(nodeOf(node.sequence).relname));
          break;
        case 'RuleStmt':
        case 'ViewStmt':
        case 'CreateFunctionStmt':
        case 'CreatePolicyStmt':
          refuse('citus-object', kind);
          break;
      }
    }
  }
  for (const { table, columns } of uniques.values()) {
    const key = keyOf(schema.get(table));
    if (key !== undefined && !columns.includes(key))
      findings.push({ rule: 'citus-unique', from: `${table} (${columns.join(', ')})`, to: key });
  }
  for (const [name, table] of schema) {
    const key = keyOf(table);
    if (!table.home) findings.push({ rule: 'citus-no-home', from: name, to: 'distribution/homes.ts' });
    if (key !== undefined && !table.columns.has(key))
      findings.push({ rule: 'citus-no-key', from: name, to: key });
  }
  for (const name of Object.keys(given))
    if (!schema.has(name)) findings.push({ rule: 'citus-no-table', from: 'distribution/homes.ts', to: name });
  return { schema, findings };
}

/** Names under which a query gives its columns. */
function columnsOf(query: Json): string[] {
  return listOf(nodeOf(nodeOf(query).SelectStmt).targetList).map((target) => {
    const { name, val } = nodeOf(nodeOf(target).ResTarget);
    return wordOf(name) || nameOf(listOf(nodeOf(nodeOf(val).ColumnRef).fields).at(-1));
  });
}

const droppedBy = (node: Node): string[] => [...nodesIn(node.objects)].map(({ node }) => wordOf(node.sval));

/** The migrations of talk. */
export function migrationsOf(root: string): { name: string; sql: string }[] {
  const folder = path.join(root, 'packages/talk/migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name), 'utf8') }));
}
