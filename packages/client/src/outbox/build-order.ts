import { fromBase64url, makeAppeal, makeReport, toBase64url } from '@teahouse/protocol';
import { ApiError } from '../errors.ts';
import type { World } from '../talk/world.ts';
import type { BuildDeps, BuiltAct } from './build-deps.ts';
import { enterReport } from './entry.ts';
import { author, wrap } from './parts.ts';
import { lookUpThread } from './thread-lookup.ts';
import type { ComposeAppeal, ComposeReport } from './types.ts';

const bytes = (id: string) => fromBase64url(id, 32);

/** A report, by the key and the pseudonym of its own context; it shows nothing but that a credential stands behind it. */
export async function buildReport(compose: ComposeReport, world: World, deps: BuildDeps): Promise<BuiltAct> {
  const { room, thread, target, rule, text } = compose;
  const entry = await enterReport(compose, deps);
  const about = { thread: bytes(thread), target: bytes(target), rule, text };
  const act = makeReport({ ...author(room, world, deps), ...about });
  const envelope = wrap(act, { pseudonym: toBase64url(entry.pseudonym), entry });
  return { built: { envelope, thread, onWire: false, reenter: false }, label: entry.label };
}

/** An appeal, by the alias that wrote the post. The thread is read as any reader reads it. */
export async function buildAppeal(compose: ComposeAppeal, world: World, deps: BuildDeps): Promise<BuiltAct> {
  const { room, thread, target, decision, text } = compose;
  const { alias } = await lookUpThread(deps.talk, deps.aliases, { room, thread });
  if (!alias) throw new ApiError('not-author');
  const about = { thread: bytes(thread), target: bytes(target), decision: bytes(decision), text };
  const act = makeAppeal({ ...author(room, world, deps), ...about });
  return {
    built: { envelope: wrap(act, alias), thread, onWire: false, reenter: false },
    label: alias.label,
  };
}
