import type { Teahouse } from '@teahouse/client';
import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Label } from '@teahouse/contract/talk';
import { aliasOf, fromBase64url } from '@teahouse/protocol';
import { useEffect, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { useThread } from '../read/thread-context.ts';

/** Who one is in the thread on the screen. */
export interface OwnAliasHere {
  readonly face: PresentedAlias;
  /** Null where this device does not know any more what it chose. */
  readonly label: Label | null;
}

/**
 * The own alias in the thread on the screen: one that spoke there, or one that only reacted, which the page of the
 * thread does not name; null where there is none, undefined until that is known.
 */
export function useOwnAlias(client: Teahouse): OwnAliasHere | null | undefined {
  const { view, presented } = useThread();
  const thread = view.thread.id;
  const outbox = useObserved(client.outbox);
  const [known, setKnown] = useState<OwnAliasHere | null>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an act that left may have made the alias
  useEffect(() => {
    let current = true;
    void client.aliases.known(thread).then((alias) => {
      if (!current) return;
      if (!alias) return setKnown(null);
      // After a restore there is an alias, and the thread shows which, or its next act finds out.
      const { pseudonym, label } = alias;
      setKnown(
        pseudonym ? { face: { ...aliasOf(fromBase64url(pseudonym, 48)), numeral: null }, label } : null,
      );
    });
    return () => {
      current = false;
    };
  }, [client, thread, outbox]);
  const own = client.wallet.snapshot().exists ? client.aliases.own(view) : undefined;
  const face = own && presented.get(own.pseudonym);
  return own && face ? { face, label: own.label } : known;
}
