import { Plural } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';
import { TokenIcon } from '../../ui/icons.tsx';

/** Posting tokens that are left this week. */
export function TokensLeft({ client }: { client: Teahouse }) {
  const { free, drawn } = useObserved(client.tokens);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-[0.86rem] text-ink-2">
      <TokenIcon />
      {drawn ? <Plural value={free} _0="no token left" one="# token left" other="# tokens left" /> : '…'}
    </span>
  );
}
