import { Plural } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';
import { TokenIcon } from '../../ui/icons.tsx';

/** Posting tokens that are left this week; leads to the page that says why. */
export function TokensLeft({ client }: { client: Teahouse }) {
  const { free, drawn } = useObserved(client.tokens);
  return (
    <Link
      to="/tokens"
      className="inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap text-[0.86rem] text-ink-2 underline-offset-4 hover:text-ink hover:underline"
    >
      <TokenIcon />
      {drawn ? <Plural value={free} _0="no token left" one="# token left" other="# tokens left" /> : '…'}
    </Link>
  );
}
