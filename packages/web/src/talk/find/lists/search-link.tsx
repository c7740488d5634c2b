import { useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SearchIcon } from '../../../ui/nav-icons.tsx';

/** Id of the field on the page of the search. */
export const fieldId = 'search-words';

/** Whether a key is meant for something that is being written. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The way to the search, also by the key `/`. */
export function SearchLink() {
  const { t } = useLingui();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (
        key !== '/' ||
        ctrlKey ||
        metaKey ||
        altKey ||
        isWriting(target) ||
        document.querySelector('dialog[open]')
      )
        return;
      event.preventDefault();
      const field = document.getElementById(fieldId);
      if (field) field.focus();
      else void navigate({ to: '/talk/search' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
  return (
    <Link to="/talk/search" className="icon-btn" aria-label={t`Search in talk`} aria-keyshortcuts="/">
      <SearchIcon />
    </Link>
  );
}
