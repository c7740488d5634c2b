/** A directive of nginx with its block, if it has one. */
export interface Directive {
  readonly words: readonly string[];
  readonly block: readonly Directive[] | undefined;
}

const tokens = /#[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]|[^\s{};#"']+(?:[^\s{};"']*)/g;

/** Reads the form of nginx's files: words, `;`, blocks in braces. What is not closed ends with the text. */
export function parseNginx(text: string): Directive[] {
  const list = (text.match(tokens) ?? []).filter((token) => !token.startsWith('#'));
  let place = 0;
  const block = (): Directive[] => {
    const found: Directive[] = [];
    let words: string[] = [];
    while (place < list.length) {
      const token = list[place] ?? '';
      place += 1;
      if (token === '}') return found;
      if (token === ';' || token === '{') {
        found.push({ words, block: token === '{' ? block() : undefined });
        words = [];
      } else words.push(token.replace(/^(["'])(.*)\1$/s, '$2'));
    }
    return found;
  };
  return block();
}

const named = (block: readonly Directive[], name: string) => block.filter(({ words }) => words[0] === name);

/** The level whose word counts: a deeper one replaces what the outer say (nginx, ngx_http_log_module). */
function nearest(levels: readonly (readonly Directive[])[], name: string): readonly Directive[] {
  for (const level of [...levels].reverse()) {
    const found = named(level, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** The location that nginx chooses for a path: exact, then `^~`, then the first expression, then the longest prefix. */
function locationOf(server: readonly Directive[], path: string): readonly Directive[] | undefined {
  const all = named(server, 'location').map(({ words, block = [] }) => {
    const [, first = '', second] = words;
    return { kind: second === undefined ? '' : first, pattern: second ?? first, block };
  });
  const exact = all.find(({ kind, pattern }) => kind === '=' && pattern === path);
  if (exact) return exact.block;
  const [longest] = all
    .filter(({ kind, pattern }) => (kind === '' || kind === '^~') && path.startsWith(pattern))
    .sort((one, other) => other.pattern.length - one.pattern.length);
  if (longest?.kind === '^~') return longest.block;
  const expression = all.find(({ kind, pattern }) => kind.startsWith('~') && matches(kind, pattern, path));
  return (expression ?? longest)?.block;
}

function matches(kind: string, pattern: string, path: string): boolean {
  try {
    return new RegExp(pattern, kind === '~*' ? 'i' : '').test(path);
  } catch {
    return false; // an expression of PCRE that JavaScript does not have: the longest prefix is judged instead
  }
}

const quiet = ['crit', 'alert', 'emerg'];

/** What of a request to `path` nginx would write down, in words; nothing where no server hands it on. */
export function nginxLogs(text: string, path: string): string[] {
  const file = parseNginx(text);
  const outer = [...file, ...named(file, 'http').flatMap(({ block = [] }) => block)];
  return named(outer, 'server').flatMap(({ block: server = [] }) => {
    const location = locationOf(server, path);
    const handsOn = location?.some(({ words }) => words[0] === 'proxy_pass' || words[0] === 'include');
    if (!location || !handsOn) return [];
    const levels = [outer, server, location];
    const access = nearest(levels, 'access_log');
    const errors = nearest(levels, 'error_log');
    const isOff = access.some(({ words }) => words[1] === 'off');
    const tells = errors.length === 0 || errors.some(({ words }) => !quiet.includes(words[2] ?? 'error'));
    return [
      ...(isOff ? [] : [`writes ${path} with the caller's address into an access log: access_log off;`]),
      ...(tells
        ? [
            `writes ${path} with the caller's address into its error log when a request fails: error_log … emerg;`,
          ]
        : []),
    ];
  });
}
