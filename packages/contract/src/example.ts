/* An example call of each operation of the API's own documents (OpenAPI 3.1), made from nothing but these. */

/** As much of JSON Schema as the documents have. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One call of a plane. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: string;
  /** With which scope an access token opens it, where one does. */
  readonly scope: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly reply: { readonly status: string; readonly schema: Schema | undefined };
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface RawOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-access'?: string;
  readonly 'x-scope'?: string;
}
/** As much of an OpenAPI document as is shown. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
}

const schemaOf = (content: Content | undefined): Schema | undefined =>
  Object.values(content ?? {})[0]?.schema;

/** All calls of a document, in its order. */
export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => {
      const [status = '200', reply] =
        Object.entries(raw.responses ?? {}).find(([code]) => code !== 'default') ?? [];
      return {
        id: raw.operationId ?? `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        tag: raw.tags?.[0] ?? '',
        summary: raw.summary ?? '',
        access: raw['x-access'] ?? 'public',
        scope: raw['x-scope'],
        parameters: raw.parameters ?? [],
        body: schemaOf(raw.requestBody?.content),
        reply: { status, schema: schemaOf(reply?.content) },
      };
    }),
  );
}

/** What every house has, for the places of an address. */
const known: Readonly<Record<string, string>> = { room: 'square', q: 'tea' };
const uuid = '00000000-0000-4000-8000-000000000000';
/** Characters of 32 bytes. */
const bytes = 43;

/** The simplest value that a schema names. */
export function sampleOf(schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(choice, name);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, key)]),
      );
    case 'array':
      return schema.items ? [sampleOf(schema.items, name)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(schema, name);
  }
}

function sampleText({ format, pattern, minLength, maxLength }: Schema, name: string): string {
  if (known[name] !== undefined) return known[name];
  if (format === 'uuid') return uuid;
  if (format === 'email') return 'you@example.com';
  if (pattern?.includes('base64url') || /A-Za-z0-9_-/.test(pattern ?? ''))
    return 'A'.repeat(minLength ?? Math.min(maxLength ?? bytes, bytes));
  if (pattern?.includes('\\d{4}-\\d\\d-\\d\\d')) return '2026-11-18';
  if (pattern?.includes('\\d{6}')) return '123456';
  return name === '' ? 'tea' : name.toLowerCase().padEnd(minLength ?? 0, '-');
}

/** The address of a call, with its places filled in. */
export function addressOf({ path, parameters }: Operation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return encodeURIComponent(String(sampleOf(parameter?.schema ?? {}, name)));
  });
  const query = parameters
    .filter((one) => one.in === 'query' && (one.required === true || known[one.name] !== undefined))
    .map(
      ({ name, schema }) => `${name}=${encodeURIComponent(known[name] ?? String(sampleOf(schema, name)))}`,
    );
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

/** Who is let in, as words of a command. */
function keyOf({ access, scope }: Operation): string[] {
  if (access === 'public') return [];
  if (access === 'operator') return ['-H "authorization: Bearer $OPERATOR_TOKEN"'];
  return scope === undefined ? ['-b cookies.txt'] : ['-H "authorization: Bearer $TOKEN"'];
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command that makes the call. Names in capitals are yours to fill in. */
export function curlOf(operation: Operation, origin: string): string {
  const { method, body } = operation;
  return [
    'curl -sS',
    ...(method === 'GET' ? [] : [`-X ${method}`, `-H 'x-teahouse: 1'`]),
    ...keyOf(operation),
    ...(body === undefined
      ? []
      : [`-H 'content-type: application/json'`, `-d ${quoted(JSON.stringify(sampleOf(body)))}`]),
    quoted(origin + addressOf(operation)),
  ].join(' ');
}
