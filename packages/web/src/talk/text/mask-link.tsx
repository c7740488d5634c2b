import type { PresentedAlias } from '@teahouse/client/talk/present';
import { Mask } from '../../ui/mask.tsx';
import { useAliasName } from '../read/face.tsx';

/** An alias that a text calls: its mask and its name in the reader's language, leading to what it said. */
export function MaskLink({ alias, post }: { alias: PresentedAlias; post: string | undefined }) {
  const name = useAliasName()(alias);
  const inside = (
    <>
      <Mask bytes={alias.mask} size={17} />
      {name}
    </>
  );
  return post === undefined ? (
    <span className="mention">{inside}</span>
  ) : (
    <a href={`#p-${post}`} className="mention">
      {inside}
    </a>
  );
}
