import { Trans } from '@lingui/react/macro';
import type { CaseView } from '@teahouse/contract/desk';
import { langTag } from '../../talk/read/lang.ts';
import { painted } from '../../talk/text/painted.ts';
import { SlotTime } from '../../ui/time.tsx';

/** What the company said under the thread, the last version open; nothing where it said nothing. */
export function CompanyAnswer({ answer }: Pick<CaseView, 'answer'>) {
  if (answer.length === 0) return null;
  return (
    <section className="mt-3 border-l-2 border-celadon pl-3" data-answer>
      <h3 className="text-[0.95rem]">
        <Trans>Official answer of the company</Trans>
      </h3>
      <ol className="space-y-2 pt-1">
        {answer.map(({ version, text, removed, slot }) => (
          <li key={version} className="text-[0.95rem]">
            <p className="text-[0.84rem] text-ink-2">
              <SlotTime slot={slot} />
              {removed ? (
                <>
                  {' · '}
                  <Trans>removed</Trans>
                </>
              ) : null}
            </p>
            {text ? (
              <p lang={langTag(null, text)} dir="auto" className="whitespace-pre-line">
                {painted(text)}
              </p>
            ) : (
              <p className="text-ink-2">
                <Trans>The words were destroyed after the time for appeals.</Trans>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
