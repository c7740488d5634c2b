import { type LinkPreview, membersLimits as l, type Picture } from '@teahouse/contract/members';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import { LRUCache } from 'lru-cache';
import { fail } from '../errors.ts';
import type { Reader } from '../people/cards.ts';
import type { PictureEncoder } from '../pictures/encoder.ts';
import { insertDraft } from '../pictures/store.ts';
import { LinkFault, type LinkFetcher } from './fetch.ts';
import { type PageWords, readPage } from './page.ts';

export interface LinkPreviews {
  /**
   * What a page says of itself, its picture among the member's drafts. A page that does not answer has its address alone.
   * Throws `link-refused` for what is no public web address.
   */
  preview(who: Reader & { readonly account: string }, address: string): Promise<LinkPreview>;
}

/** Bytes and milliseconds of a page, and of its picture. */
const pageWants = {
  types: ['text/html'],
  bytes: 1024 * 1024,
  longer: 'cut',
  patience: 5_000,
} as const;
const pictureWants = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  bytes: 2 * 1024 * 1024,
  longer: 'refused',
  patience: 5_000,
} as const;
/** Longest side of a preview's picture, in pixels. */
const pictureSide = 800;

/**
 * Previews that were fetched lately, in memory alone: which pages a member thought of posting is written nowhere. Without
 * a fetcher (`linkPreviews` off) a link is its address.
 */
export function createLinkPreviews(i: {
  pool: Pool;
  pictures: PictureEncoder;
  /** Asked for each time: it may be switched off and on. */
  fetcher: () => LinkFetcher | undefined;
}): LinkPreviews {
  const kept = new LRUCache<string, LinkPreview>({ max: 500, ttl: 15 * 60_000 });

  async function fetchPage(fetcher: LinkFetcher, who: { account: string; today: string }, url: URL) {
    const page = await fetcher.fetch(url, pageWants);
    const said = readPage(page.body, page.type);
    return { ...said, picture: await fetchPicture(fetcher, who, page.url, said) };
  }

  /** Re-encoded by ourselves, or left out. */
  async function fetchPicture(
    fetcher: LinkFetcher,
    who: { account: string; today: string },
    base: URL,
    { image }: PageWords,
  ): Promise<Picture | null> {
    if (image === undefined || !URL.canParse(image, base)) return null;
    try {
      const { body } = await fetcher.fetch(new URL(image, base), pictureWants);
      const picture = await i.pictures.encode(body, pictureSide);
      const draft = { picture, account: who.account, day: who.today, most: l.pictureDrafts };
      const isKept = await withTransaction(i.pool, (tx) => insertDraft(tx, draft));
      const { width, height } = picture;
      return isKept ? { picture: picture.hash.toString('base64url'), width, height } : null;
    } catch {
      return null; // the page's words do without
    }
  }

  return {
    async preview(who, address) {
      const url = webAddress(address);
      const key = `${who.account} ${url.href}`;
      const known = kept.get(key);
      if (known) return known;
      const bare = { url: url.href, host: url.host, title: '', words: '', picture: null };
      const fetcher = i.fetcher();
      if (!fetcher) return bare;
      try {
        const { title, words, picture } = await fetchPage(fetcher, who, url);
        const preview = { ...bare, title, words, picture };
        kept.set(key, preview);
        return preview;
      } catch (error) {
        if (!(error instanceof LinkFault)) throw error;
        if (error.code === 'refused') throw fail('link-refused');
        kept.set(key, bare);
        return bare;
      }
    },
  };
}

/** Throws `link-refused`. */
function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb =
    url && (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  if (!isWeb) throw fail('link-refused');
  return url;
}
