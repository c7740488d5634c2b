import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import {
  type ApiDocument,
  curlOf,
  type Operation,
  operationsOf,
  type Schema,
} from '@teahouse/contract/example';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { useId, useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { outlineOf } from './outline.ts';

const planes = { members: membersPrefix, talk: talkPrefix } as const;
type Plane = keyof typeof planes;

async function readDocument(plane: Plane, signal: AbortSignal): Promise<Operation[]> {
  const answer = await fetch(`${planes[plane]}/openapi.json`, { signal, credentials: 'omit' });
  if (!answer.ok) throw new Error(`openapi.json: ${answer.status}`);
  return operationsOf((await answer.json()) as ApiDocument);
}

function Outline({ title, schema }: { title: string; schema: Schema }) {
  const lines = outlineOf(schema);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 font-sans text-[0.9rem] font-semibold">{title}</h3>
      <ul className="font-mono text-[0.82rem]">
        {lines.map(({ depth, name, type, optional }, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a schema's lines never change places
            key={i}
            className="[overflow-wrap:anywhere]"
          >
            <span aria-hidden="true">{'\u00a0\u00a0'.repeat(depth)}</span>
            {name}
            {optional ? '?' : ''}: <span className="text-ink-2">{type}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAccessWords(): (access: string) => string {
  const { t } = useLingui();
  return (access) =>
    ({
      public: t`open to everybody`,
      session: t`members`,
      operator: t`the operator`,
      reviewer: t`reviewers`,
      moderator: t`moderators`,
      senior: t`senior moderators`,
      admin: t`administrators`,
    })[access] ?? access;
}

/** One call: what it takes, what it answers, and a command that makes it. */
function Call({ operation }: { operation: Operation }) {
  const { t } = useLingui();
  const accessWords = useAccessWords();
  const { method, path, summary, access, parameters, body, reply } = operation;
  const [open, setOpen] = useState(false);
  return (
    <li className="border-t border-line">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 py-2.5">
          <span className="min-w-14 font-mono text-[0.85rem] font-semibold text-celadon">{method}</span>
          <span className="font-mono text-[0.85rem] [overflow-wrap:anywhere]">{path}</span>
          <span lang="en" className="flex-1 basis-60 text-[0.92rem] text-ink-2">
            {summary}
          </span>
          <span className="text-[0.82rem] text-ink-2">{accessWords(access)}</span>
        </summary>
        {open ? (
          <div className="space-y-4 pb-5">
            {parameters.length > 0 ? (
              <section>
                <h3 className="pb-1 font-sans text-[0.9rem] font-semibold">{t`Parameters`}</h3>
                <ul className="font-mono text-[0.82rem]">
                  {parameters.map(({ name, in: place, required, schema }) => (
                    <li key={`${place} ${name}`} className="[overflow-wrap:anywhere]">
                      {name}
                      {required ? '' : '?'}:{' '}
                      <span className="text-ink-2">{String(schema.type ?? 'any')}</span>{' '}
                      <span className="text-ink-2">({place})</span>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {body ? <Outline title={t`Body`} schema={body} /> : null}
            {reply.schema ? <Outline title={t`Answer ${reply.status}`} schema={reply.schema} /> : null}
            <section>
              <h3 className="pb-1 font-sans text-[0.9rem] font-semibold">{t`Example`}</h3>
              <pre
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keyboard (WCAG 2.1.1)
                tabIndex={0}
                className="overflow-x-auto rounded-lg bg-paper-2 p-3 font-mono text-[0.82rem]"
              >
                {curlOf(operation, location.origin)}
              </pre>
            </section>
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** Calls whose address, name or words hold all that was typed. */
function matching(all: readonly Operation[], typed: string): Operation[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ id, method, path, summary, access }) => {
    const text = `${id} ${method} ${path} ${summary} ${access}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function Calls({ plane, typed }: { plane: Plane; typed: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['developers', plane],
    queryFn: ({ signal }) => readDocument(plane, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return <RowsSkeleton rows={6} />;
  if (error) return <ErrorNotice error={error} />;
  const shown = matching(data, typed);
  const tags = [...new Set(shown.map(({ tag }) => tag))].sort();
  if (tags.length === 0)
    return (
      <p role="status" className="py-6 text-ink-2">
        <Trans>No call is like that.</Trans>
      </p>
    );
  return tags.map((tag) => (
    <section key={tag} className="pt-7" data-tag={tag}>
      <h2 className="pb-1.5">{tag}</h2>
      <ul className="border-b border-line">
        {shown
          .filter((one) => one.tag === tag)
          .map((operation) => (
            <Call key={operation.id} operation={operation} />
          ))}
      </ul>
    </section>
  ));
}

const tab =
  'inline-flex min-h-11 items-center border-b-2 border-transparent px-0.5 text-ink-2 hover:text-ink aria-pressed:border-celadon aria-pressed:font-semibold aria-pressed:text-ink';

/** Both planes' documents (OpenAPI 3.1), to be looked through. */
export function DevelopersPage() {
  const { t } = useLingui();
  useTitle(t`For developers`);
  const id = useId();
  const [plane, setPlane] = useState<Plane>('members');
  const [typed, setTyped] = useState('');
  const words: Record<Plane, string> = { members: t`Named half`, talk: t`Talk` };
  return (
    <div className="page">
      <h1 className="pt-8 pb-3 sm:pt-14">
        <Trans>For developers</Trans>
      </h1>
      <p className="max-w-[40rem] text-ink-2">
        <Trans>
          Two planes, two documents, nothing in common: the named half knows who calls, talk closes every call
          that carries a cookie. Errors are problem documents (RFC 9457) with a stable code.
        </Trans>
      </p>
      <div className="mt-6 max-w-[28rem]">
        <div className="field">
          <label htmlFor={id}>{t`Find a call`}</label>
          <input
            id={id}
            type="search"
            className="input"
            value={typed}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 border-b border-line">
        {(['members', 'talk'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={tab}
            aria-pressed={one === plane}
            onClick={() => setPlane(one)}
          >
            {words[one]}
          </button>
        ))}
        <a className="link ml-auto inline-flex min-h-11 items-center" href={`${planes[plane]}/openapi.json`}>
          openapi.json
        </a>
      </div>
      <Calls key={plane} plane={plane} typed={typed} />
    </div>
  );
}
