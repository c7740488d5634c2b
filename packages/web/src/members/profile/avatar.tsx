import { membersPrefix } from '@teahouse/contract/members/paths';

/** What stands for somebody without a photo: the family name in Chinese, else two initials. */
function initials(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return name.slice(0, 1);
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('');
}

/** A member's photo, or initials. Beside the name, so it says nothing to a screen reader. */
export function Avatar({
  name,
  photo,
  size = 48,
}: {
  name: string;
  photo: string | null;
  size?: 40 | 48 | 64 | 112;
}) {
  const sides = { 40: 'h-10 w-10', 48: 'h-12 w-12', 64: 'h-16 w-16', 112: 'h-28 w-28' }[size];
  const type = { 40: 'text-[0.95rem]', 48: 'text-[1.1rem]', 64: 'text-[1.4rem]', 112: 'text-[2.4rem]' }[size];
  if (photo !== null) {
    return (
      <img
        src={`${membersPrefix}/pictures/${photo}`}
        alt=""
        width={size}
        height={size}
        decoding="async"
        className={`${sides} flex-none rounded-full border border-line bg-paper-2 object-cover`}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={`${sides} ${type} grid flex-none place-items-center rounded-full border border-line bg-paper-2 font-serif font-bold text-ink-2`}
    >
      {initials(name)}
    </span>
  );
}
