import type { Schema } from '@teahouse/contract/example';

/** One line of a schema's outline. */
export interface Line {
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** Nothing is deeper in what people read. */
const deepest = 6;

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any');
  if (type === 'array') return `${typeOf(schema.items ?? {})}[]`;
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** Objects below a schema: its own, those of its items and of its choices. */
function objectsIn(schema: Schema): Schema[] {
  if (schema.properties) return [schema];
  if (schema.items) return objectsIn(schema.items);
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap(objectsIn);
}

/** A schema as lines of names and types. */
export function outlineOf(schema: Schema, depth = 0): Line[] {
  if (depth > deepest) return [];
  return objectsIn(schema).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([name, property]) => [
      { depth, name, type: typeOf(property), optional: !required.includes(name) },
      ...outlineOf(property, depth + 1),
    ]),
  );
}
