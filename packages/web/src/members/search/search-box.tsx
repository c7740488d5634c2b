import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';

/** The field of the named half's bar: it asks when it is sent, and leads to the page of search. */
export function SearchBox() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const q = field.current?.value.trim();
    void navigate({ to: '/search', search: q ? { q } : {} });
  };
  return (
    <search>
      <form onSubmit={send}>
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={80}
          aria-label={t`Search people, companies and posts`}
          placeholder={t`Search`}
          autoComplete="off"
          enterKeyHint="search"
          className="input min-h-11 w-40 rounded-full px-4 py-1.5 text-[0.95rem] lg:w-52"
        />
      </form>
    </search>
  );
}
