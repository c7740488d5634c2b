import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { BoardCard, Candidate, Label } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { type ReactNode, useEffect, useId } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { dayWords } from '../account/days.ts';
import { ApplicationThread } from '../messages/thread.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { stages } from './board-state.ts';
import { LabelPicker } from './label-picker.tsx';
import { Notes } from './notes.tsx';
import { candidateQuery, refreshCandidate } from './queries.ts';
import { SideSheet } from './side-sheet.tsx';
import { columnWords, hireWords } from './words.ts';

type Stage = BoardCard['stage'];

interface CandidateSheetProps {
  readonly application: string;
  readonly job: string;
  readonly company: string;
  readonly labels: readonly Label[];
  /** As it stands on the board, where it is there. */
  readonly stage: Stage | undefined;
  /** A move is on its way: what came of it is asked for afterwards. */
  readonly isSaving: boolean;
  readonly onMove: (stage: Stage) => void;
  readonly onLabel: (ids: readonly string[], label: Label, on: boolean) => Promise<unknown>;
  readonly onClose: () => void;
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-4 pb-5">
      <h3 className="mb-2 font-sans text-[0.95rem] font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function History({ one }: { one: Candidate }) {
  const { t, i18n } = useLingui();
  const line = ({ stage, day }: Candidate['history'][number]) => (
    <>
      {t(columnWords[stage])} <span className="text-ink-2">· {dayWords(day, i18n.locale)}</span>
    </>
  );
  return (
    <ol className="space-y-1 text-[0.95rem]">
      <li>{line({ stage: 'new', day: one.day })}</li>
      {one.history.map((step) => (
        <li key={`${step.stage}${step.day}`}>{line(step)}</li>
      ))}
    </ol>
  );
}

function Body({ one, ...props }: CandidateSheetProps & { one: Candidate }) {
  const { t } = useLingui();
  const id = useId();
  const { member, words, file, referral, notes } = one;
  const stage = props.stage ?? one.stage;
  return (
    <>
      <ul className="-mt-4 [&>li]:border-t-0">
        <MemberLine member={member} />
      </ul>
      <div className="field pb-5">
        <label htmlFor={id}>{t`Stage`}</label>
        <select
          id={id}
          className="input"
          value={stage}
          onChange={(event) => props.onMove(event.currentTarget.value as Stage)}
        >
          {stages.map((at) => (
            <option key={at} value={at}>
              {t(columnWords[at])}
            </option>
          ))}
        </select>
      </div>
      <Part title={<Trans>What they write</Trans>}>
        {words ? (
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{words}</p>
        ) : (
          <p className="text-ink-2">
            <Trans>No words.</Trans>
          </p>
        )}
        {file ? (
          <p className="mt-2">
            <a href={`${membersPrefix}/applications/${one.id}/file`} className="act link" download>
              {file.name}
            </a>
          </p>
        ) : null}
      </Part>
      {referral ? (
        <Part title={<Trans>Referred by a colleague</Trans>}>
          {referral.by ? <p className="font-semibold">{referral.by.name}</p> : null}
          <p className="whitespace-pre-line">{referral.words}</p>
        </Part>
      ) : null}
      <Part title={<Trans>Messages</Trans>}>
        <ApplicationThread application={one.id} />
      </Part>
      <Part title={<Trans>Labels</Trans>}>
        <LabelPicker {...props} chosen={one.labels} />
      </Part>
      <Part title={<Trans>Notes</Trans>}>
        <Notes application={one.id} job={props.job} notes={notes} />
      </Part>
      <Part title={<Trans>Stages so far</Trans>}>
        <History one={one} />
      </Part>
    </>
  );
}

/** One application beside the board: who it is, what they write, and what the recruiters keep of it. */
export function CandidateSheet(props: CandidateSheetProps) {
  const { t } = useLingui();
  const { data, error } = useQuery(candidateQuery(props.application));
  const { application, isSaving, onLabel } = props;
  useEffect(() => {
    if (!isSaving) void refreshCandidate(application);
  }, [application, isSaving]);
  return (
    <SideSheet title={data?.member.name ?? t`Application`} onClose={props.onClose}>
      {error ? <ErrorNotice error={error} words={hireWords} /> : null}
      {data ? (
        <Body
          {...props}
          one={data}
          onLabel={async (ids, label, on) => {
            await onLabel(ids, label, on);
            await refreshCandidate(application);
          }}
        />
      ) : error ? null : (
        <RowsSkeleton rows={5} />
      )}
    </SideSheet>
  );
}
