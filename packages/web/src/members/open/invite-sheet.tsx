import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { membersLimits } from '@teahouse/contract/members/limits';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Area, Choice } from '../fields.tsx';
import { Submit, useAction } from '../form.tsx';
import { postedQuery } from '../jobs/queries.ts';
import { hiringWords } from '../messages/words.ts';

/** Invites a member to apply for one of the recruiter's open jobs. */
export function InviteSheet({
  member,
  onClose,
}: {
  member: { id: string; name: string };
  onClose: (done: boolean) => void;
}) {
  const { t } = useLingui();
  const company = useName();
  const posted = useInfiniteQuery(postedQuery);
  const jobs = (posted.data?.pages.flatMap((page) => page.jobs) ?? []).filter(({ open }) => open);
  const invite = useAction(async (form: FormData) => {
    const params = { job: String(form.get('job') ?? ''), member: member.id };
    await membersApi.invite({ params, body: { note: String(form.get('note') ?? '') } });
    onClose(true);
  });
  const { name } = member;
  return (
    <Sheet title={t`Invite ${name} to apply`} onClose={() => onClose(false)}>
      {posted.isPending ? <RowsSkeleton rows={2} /> : null}
      {posted.data && jobs.length === 0 ? (
        <p>
          <Trans>There is no open job to invite to.</Trans>{' '}
          <Link to="/jobs/post" search={{}} className="link">
            <Trans>Post a job</Trans>
          </Link>
        </p>
      ) : null}
      {jobs.length > 0 ? (
        <form
          className="space-y-5"
          onSubmit={(event) => {
            event.preventDefault();
            void invite.run(new FormData(event.currentTarget));
          }}
        >
          <Choice label={t`To which job`} name="job" required>
            {jobs.map((job) => (
              <option key={job.id} value={job.id}>
                {job.title} · {company(job.company.name)}
              </option>
            ))}
          </Choice>
          <Area
            label={t`In your words`}
            name="note"
            rows={4}
            maxLength={membersLimits.inviteNoteMax}
            hint={<Trans>Once a member and job. You are not told whether they read it or let it rest.</Trans>}
          />
          {invite.error ? <ErrorNotice error={invite.error} words={hiringWords} /> : null}
          <Submit pending={invite.pending}>
            <Trans>Send the invitation</Trans>
          </Submit>
        </form>
      ) : null}
    </Sheet>
  );
}
