import { readFileSync } from 'node:fs';
import path from 'node:path';
import { membersPaths, membersPrefix } from '@teahouse/contract/members/paths';
import { planeFolders, type Settings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';

interface Company {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly domains: readonly string[];
  readonly status: string;
}

const usage = `teahouse company list [proposed|approved|rejected]
teahouse company approve <id>
teahouse company reject <id>`;

/**
 * `teahouse company …`: asks the running members plane, with the operator's key that lies in its secrets folder:
 * whoever may read that file is the operator. Throws OperatorError.
 */
export async function company(settings: Settings, args: readonly string[]): Promise<number> {
  const [verb, word] = args;
  if (verb === 'list') {
    const found = (await call(settings, membersPaths.operatorCompanies, { query: word ?? 'proposed' })) as {
      companies: readonly Company[];
    };
    for (const one of found.companies) say(describe(one));
    if (found.companies.length === 0) say(`No company is ${word ?? 'proposed'}.`);
    return 0;
  }
  if ((verb === 'approve' || verb === 'reject') && word) {
    const route = verb === 'approve' ? membersPaths.operatorApprove : membersPaths.operatorReject;
    say(describe((await call(settings, route, { company: word })) as Company));
    return 0;
  }
  throw new OperatorError(usage);
}

const describe = (one: Company) =>
  `${one.status.padEnd(9)} ${one.id}  ${one.name.zh} / ${one.name.en}  ${one.domains.join(', ')}`;

async function call(
  settings: Settings,
  route: string,
  { company: id = '', query = '' }: { company?: string; query?: string },
): Promise<unknown> {
  const [method = 'GET', place = ''] = route.split(' ');
  const url = new URL(membersPrefix + place.replace(':company', encodeURIComponent(id)), runningAt(settings));
  if (query) url.searchParams.set('status', query);
  const reply = await fetch(url, { method, headers: { authorization: `Bearer ${operatorKey(settings)}` } });
  const body = (await reply.json()) as { title?: string; detail?: string };
  if (!reply.ok)
    throw new OperatorError(body.detail ?? body.title ?? `The members plane answered ${reply.status}`);
  return body;
}

function runningAt(settings: Settings): string {
  try {
    return JSON.parse(readFileSync(path.join(settings.data, 'running.json'), 'utf8')).local;
  } catch {
    throw new OperatorError(`No Teahouse runs over ${settings.data}: start it first (npm start).`);
  }
}

function operatorKey(settings: Settings): string {
  const file = path.join(planeFolders(settings, 'members').secrets, 'operator.token');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new OperatorError(`The operator's key can't be read: ${(error as Error).message}`);
  }
}
