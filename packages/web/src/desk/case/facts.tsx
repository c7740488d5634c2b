import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CaseView } from '@teahouse/contract/desk';
import type { ReactNode } from 'react';
import { langTag } from '../../talk/read/lang.ts';
import { painted } from '../../talk/text/painted.ts';
import { Age } from '../queue/chips.tsx';
import { cautionWords, decidedWords } from '../words/action-words.ts';
import { findingOf } from '../words/finding-words.ts';
import { byWords, ruleWords } from '../words/rule-words.ts';

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-3">
      <h2 className="text-[1rem]">{title}</h2>
      {children}
    </section>
  );
}

type Report = CaseView['reports'][number];

function ReportList({ reports }: { reports: readonly Report[] }) {
  const { t } = useLingui();
  return (
    <ul className="mt-1 space-y-1.5">
      {reports.map((report, place) => (
        // Reports have no id that the desk may know.
        // biome-ignore lint/suspicious/noArrayIndexKey: they are read whole and never reordered
        <li key={place} className="text-[0.93rem] leading-snug">
          <span className="font-semibold">{t(ruleWords[report.rule])}</span>
          {report.answer ? (
            <span className="text-[0.84rem] text-ink-2">
              {' · '}
              <Trans>of the official answer</Trans>
            </span>
          ) : null}
          <span className="text-[0.84rem] text-ink-2">
            {' · '}
            <Age day={report.day} />
          </span>
          {report.words ? (
            <p lang={langTag(null, report.words)} dir="auto">
              {painted(report.words)}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** So many reports stand open; the others behind a line, so that they do not push the decision off the screen. */
const reportsOpen = 3;

/** What people reported, those with words first: rule and words, and nothing of who. */
export function Reports({ reports }: Pick<CaseView, 'reports'>) {
  if (reports.length === 0) return null;
  const sorted = [...reports].sort((a, b) => Number(b.words !== '') - Number(a.words !== ''));
  const rest = sorted.slice(reportsOpen);
  return (
    <Part title={<Plural value={reports.length} one="# report" other="# reports" />}>
      <ReportList reports={sorted.slice(0, reportsOpen)} />
      {rest.length > 0 ? (
        <details>
          <summary className="act cursor-pointer">
            <Plural value={rest.length} one="# more" other="# more" />
          </summary>
          <ReportList reports={rest} />
        </details>
      ) : null}
    </Part>
  );
}

/** The words of a decision; of the program's, what it found in a picture. */
function Why({ decision: { by, words } }: { decision: CaseView['decisions'][number] }) {
  const { t } = useLingui();
  const finding = by === 'program' ? findingOf(words) : undefined;
  if (finding) return <p>{t(finding)}</p>;
  return words ? (
    <p lang={langTag(null, words)} dir="auto">
      {painted(words)}
    </p>
  ) : null;
}

/** What was decided before, newest first, as the public record has it. */
export function Decisions({ decisions }: Pick<CaseView, 'decisions'>) {
  const { t } = useLingui();
  if (decisions.length === 0) return null;
  return (
    <Part title={<Trans>Decisions</Trans>}>
      <ol className="mt-1 space-y-2.5">
        {decisions.map((one) => (
          <li key={one.id} data-decision={one.id} className="text-[0.93rem]">
            <span className="font-semibold">{t(decidedWords[one.action])}</span>
            {one.caution ? `: ${t(cautionWords[one.caution])}` : null}
            <span className="text-[0.84rem] text-ink-2">
              {` · ${t(ruleWords[one.rule])} · `}
              {one.mine ? <Trans>you</Trans> : t(byWords[one.by])}
              {' · '}
              <Age day={one.day} />
            </span>
            <Why decision={one} />
            <p className="text-[0.82rem] text-ink-2">
              {one.logged === null ? (
                <Trans>Not in the public log yet</Trans>
              ) : (
                <Trans>In the public log as entry {one.logged}</Trans>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
