import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../config.ts';
import { nginxLogs } from './doctor-nginx.ts';

interface Finding {
  readonly ok: boolean;
  readonly words: string;
}

/** What must leave no trace: requests of the anonymous half, and of those who keep order in it. */
const quietPaths = ['/api/talk/rooms', '/api/desk/queue'];

/** Which program a configuration is for, by what only that one has. */
function kindOf(text: string): 'nginx' | 'haproxy' | 'caddy' {
  if (/^\s*(?:frontend|backend|defaults|listen)\b[^{;]*$/m.test(text) && !text.includes('proxy_pass'))
    return 'haproxy';
  return /\breverse_proxy\b/.test(text) ? 'caddy' : 'nginx';
}

/** Caddy writes an access log for a site that has `log` in it; the block of global options, which has no name, is none. */
function caddyLogs(text: string): string[] {
  const plain = text.replace(/(^|\s)#.*$/gm, '$1');
  const sites = plain.replace(/^\s*\{[\s\S]*?^\}/m, '');
  if (!/^\s+log(?:\s|$)/m.test(sites)) return [];
  return ['a site of Caddy has a `log` line: it writes every request down, with the address of its caller'];
}

/** HAProxy writes what a frontend with `log` says, unless talk is made silent. */
function haproxyLogs(text: string): string[] {
  const plain = text.replace(/(^|\s)#.*$/gm, '$1');
  const isSilent = /http-request\s+set-log-level\s+silent\b(?!.*(?:unless))/.test(plain);
  const logs = /^\s*(?:log\s+(?:global|\S+\s+\w+)|option\s+(?:httplog|tcplog|httpslog))/m.test(
    plain.replace(/^global\b[\s\S]*?(?=^\S)/m, ''),
  );
  return logs && !isSilent
    ? ['HAProxy logs requests with the address of their caller: http-request set-log-level silent']
    : [];
}

/**
 * What a proxy's configuration would write down of requests to the anonymous half. `text`: of nginx (with its `include`d
 * files in their places), Caddy or HAProxy. One finding that is in order, or one for each log.
 */
export function proxyFindings(text: string): Finding[] {
  const kind = kindOf(text);
  const logs =
    kind === 'nginx'
      ? quietPaths.flatMap((one) => nginxLogs(text, one))
      : kind === 'caddy'
        ? caddyLogs(text)
        : haproxyLogs(text);
  if (logs.length === 0) return [{ ok: true, words: `${kind} writes nothing down of a request to talk` }];
  return [...new Set(logs)].map((words) => ({ ok: false, words: `${kind} ${words}` }));
}

const mainFiles = ['nginx.conf', 'Caddyfile', 'haproxy.cfg'];

/** How deep files may name files. */
const DEEPEST = 8;

/** A configuration as its program reads it: `include` of nginx and `import` of Caddy replaced by what they name. */
export function readProxyConfig(file: string, depth = 0): string {
  const folder = path.dirname(file);
  return readFileSync(file, 'utf8').replace(
    /^([ \t]*)(?:include\s+([^;\n]+);|import\s+([^\s{]+)[ \t]*$)/gm,
    (whole, _indent, include: string | undefined, imported: string | undefined) => {
      if (depth >= DEEPEST) return whole;
      const pattern = path.resolve(folder, (include ?? imported ?? '').trim().replace(/^["']|["']$/g, ''));
      const files = globSync(pattern).filter((one) => statSync(one).isFile());
      return files.map((one) => readProxyConfig(one, depth + 1)).join('\n');
    },
  );
}

/** `doctor`: looks into what TEAHOUSE_PROXY_CONFIG names. */
export function proxyFindingsOf({ proxyConfig, origins }: Settings): Finding[] {
  if (proxyConfig.length === 0) {
    const words =
      'no proxy was looked at: TEAHOUSE_PROXY_CONFIG names the configuration of yours, if it may log nothing of talk';
    return origins.length === 0 ? [] : [{ ok: true, words }];
  }
  return proxyConfig.flatMap((place) => {
    const files = [place, ...mainFiles.map((name) => path.join(place, name))];
    const file = files.find((one) => existsSync(one) && statSync(one).isFile());
    if (!file)
      return [{ ok: false, words: `TEAHOUSE_PROXY_CONFIG names ${place}, where there is no configuration` }];
    try {
      return proxyFindings(readProxyConfig(file));
    } catch (error) {
      return [{ ok: false, words: `${file} can't be read (${(error as NodeJS.ErrnoException).code})` }];
    }
  });
}
