import { notFound, useParams } from '@tanstack/react-router';
import { ResetPage } from './reset-page.tsx';
import { UndoEmailPage } from './undo-email-page.tsx';

/** Where somebody goes who can't sign in: a forgotten password, or an address that was changed by somebody else. */
export function WayBackPage() {
  const { way } = useParams({ from: '/members/account/$way' });
  if (way === 'reset') return <ResetPage />;
  if (way === 'undo-email') return <UndoEmailPage />;
  throw notFound();
}
