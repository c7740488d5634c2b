import { Plural, Trans } from '@lingui/react/macro';
import type { PhraseCheck, WordFault } from '@teahouse/client/wallet/phrase-entry';

type Problem = Exclude<PhraseCheck, { name: 'good' }>;

/** A place with its words: each can be taken over with a click. */
function Fault({ fault, onTake }: { fault: WordFault; onTake: (place: number, word: string) => void }) {
  const number = fault.place + 1;
  const { word } = fault;
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span>
        <Trans>
          Word {number}, “<span lang="en">{word}</span>”
        </Trans>
      </span>
      {fault.perhaps.length > 0 ? (
        <span className="flex flex-wrap items-center gap-x-3">
          <span className="text-ink-2">
            <Trans>perhaps</Trans>
          </span>
          {fault.perhaps.map((one) => (
            <button
              key={one}
              type="button"
              lang="en"
              className="link min-h-11 px-1 font-mono"
              onClick={() => onTake(fault.place, one)}
            >
              {one}
            </button>
          ))}
        </span>
      ) : null}
    </li>
  );
}

function What({ problem }: { problem: Problem }) {
  switch (problem.name) {
    case 'count':
      return (
        <Plural value={problem.missing} one="One word is still missing." other="# words are still missing." />
      );
    case 'unknown':
      return (
        <Plural
          value={problem.faults.length}
          one="One word is in no phrase."
          other="# words are in no phrase."
        />
      );
    case 'checksum':
      return <Trans>These are all words of the list, but they do not belong together.</Trans>;
  }
}

function Next({ problem }: { problem: Problem }) {
  if (problem.name === 'count') return <Trans>The first empty field has the focus now.</Trans>;
  if (problem.name === 'unknown') return <Trans>Compare it with your sheet, letter by letter.</Trans>;
  return problem.faults.length > 0 ? (
    <Trans>If a single word was misread, it is one of these. Look at your sheet before you take one.</Trans>
  ) : (
    <Trans>
      More than one is wrong, or their order: compare them with your sheet, from the first to the last.
    </Trans>
  );
}

/** Why these words are not taken yet, which of them it is, and what it may have been. */
export function PhraseProblem({
  problem,
  onTake,
}: {
  problem: PhraseCheck;
  onTake: (place: number, word: string) => void;
}) {
  if (problem.name === 'good') return null;
  const faults = problem.name === 'count' ? [] : problem.faults;
  return (
    <div role="alert" className="notice danger rise" data-code="phrase-invalid">
      <p className="font-semibold">
        <What problem={problem} />
      </p>
      <p className="text-[0.95rem]">
        <Next problem={problem} />
      </p>
      {faults.length > 0 ? (
        <ul className="pt-1 text-[0.95rem]">
          {faults.map((fault) => (
            <Fault key={fault.place} fault={fault} onTake={onTake} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
