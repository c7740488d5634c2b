import type { LinkPreview } from '@teahouse/contract/members';
import { pictureAddress } from './pictures.tsx';

/** What a linked page says of itself. It opens apart, and is not told from where. */
export function LinkCard({ link }: { link: LinkPreview }) {
  const { url, host, title, words, picture } = link;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      className="flex overflow-hidden rounded-xl border border-line bg-paper-2/50 hover:bg-paper-2"
    >
      {picture ? (
        <img
          src={pictureAddress(picture.picture)}
          alt=""
          width={picture.width}
          height={picture.height}
          loading="lazy"
          className="w-28 flex-none self-stretch object-cover sm:w-40"
        />
      ) : null}
      <span className="min-w-0 px-4 py-3">
        <span className="block truncate text-[0.82rem] text-ink-2">{host}</span>
        <span className="line-clamp-2 font-semibold">{title || url}</span>
        {words ? <span className="mt-0.5 line-clamp-2 text-[0.9rem] text-ink-2">{words}</span> : null}
      </span>
    </a>
  );
}
