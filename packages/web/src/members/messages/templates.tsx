import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Template } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { membersApi } from '../api.ts';
import { Area } from '../fields.tsx';
import { Field, Submit, useAction } from '../form.tsx';
import { templatesQuery } from './queries.ts';
import { hiringWords } from './words.ts';

function useChanged(company: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: templatesQuery(company).queryKey });
}

/** One template, or a new one. */
function TemplateForm({
  company,
  template,
  onDone,
}: {
  company: string;
  template: Template | undefined;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const changed = useChanged(company);
  const save = useAction(async (form: FormData) => {
    const body = { title: String(form.get('title') ?? ''), text: String(form.get('text') ?? '') };
    if (template) {
      const params = { company, template: template.id };
      await membersApi.editTemplate({ params, body: { ...body, version: template.version } });
    } else await membersApi.addTemplate({ params: { company }, body });
    await changed();
    onDone();
  });
  const drop = useAction(async () => {
    if (template) await membersApi.dropTemplate({ params: { company, template: template.id } });
    await changed();
    onDone();
  });
  const error = save.error ?? drop.error;
  const [open, close] = ['{', '}'];
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={t`Title, for recruiters alone`}
        name="title"
        required
        maxLength={membersLimits.templateTitleMax}
        defaultValue={template?.title ?? ''}
        autoComplete="off"
      />
      <Area
        label={t`Text`}
        name="text"
        required
        rows={7}
        maxLength={membersLimits.messageMax}
        defaultValue={template?.text ?? ''}
        hint={
          <Trans>
            Filled in by itself: {open}name{close} is the applicant, {open}job{close} the job, {open}company
            {close} the company.
          </Trans>
        }
      />
      {error ? <ErrorNotice error={error} words={hiringWords} /> : null}
      <p className="flex flex-wrap items-center gap-3">
        <Submit pending={save.pending}>
          <Trans>Save the template</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
        {template ? (
          <button
            type="button"
            className="act danger"
            aria-disabled={drop.pending}
            onClick={() => void drop.run()}
          >
            <Trans>Delete the template</Trans>
          </button>
        ) : null}
      </p>
    </form>
  );
}

/** The templates of a company: every recruiter of it changes them. */
function TemplateSheet({ company, onClose }: { company: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data } = useQuery(templatesQuery(company));
  const [editing, setEditing] = useState<Template | 'new'>();
  const templates = data?.templates ?? [];
  return (
    <Sheet title={t`Templates`} onClose={onClose}>
      {editing ? (
        <TemplateForm
          key={editing === 'new' ? 'new' : editing.id}
          company={company}
          template={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(undefined)}
        />
      ) : (
        <>
          <p className="pb-4 text-ink-2">
            <Trans>All recruiters of the company use and change them.</Trans>
          </p>
          <ul className="border-b border-line">
            {templates.map((template) => (
              <li key={template.id} className="flex items-center gap-4 border-t border-line py-2">
                <span className="min-w-0 flex-1">
                  <strong className="block">{template.title}</strong>
                  <span className="line-clamp-1 text-[0.92rem] text-ink-2">{template.text}</span>
                </span>
                <button
                  type="button"
                  className="act"
                  aria-label={t`Change the template: ${template.title}`}
                  onClick={() => setEditing(template)}
                >
                  <Trans>Change</Trans>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="btn mt-5" onClick={() => setEditing('new')}>
            <Trans>New template</Trans>
          </button>
        </>
      )}
    </Sheet>
  );
}

/** Puts a template into the message, and leads to where they are changed. */
export function TemplatePick({ company, onPick }: { company: string; onPick: (text: string) => void }) {
  const { t } = useLingui();
  const id = useId();
  const { data } = useQuery(templatesQuery(company));
  const [managing, setManaging] = useState(false);
  const templates = data?.templates ?? [];
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {templates.length > 0 ? (
        <select
          id={id}
          aria-label={t`Put in a template`}
          className="min-h-11 max-w-full rounded-full border border-line bg-transparent px-4 text-[0.9rem] text-ink-2"
          value=""
          onChange={(event) => {
            const found = templates.find((one) => one.id === event.target.value);
            if (found) onPick(found.text);
          }}
        >
          <option value="">{t`Put in a template`}</option>
          {templates.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      ) : null}
      <button type="button" className="act" onClick={() => setManaging(true)}>
        <Trans>Templates</Trans>
      </button>
      {managing ? <TemplateSheet company={company} onClose={() => setManaging(false)} /> : null}
    </div>
  );
}
