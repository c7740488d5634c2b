import { useLingui } from '@lingui/react/macro';

/** The house as a drawing: two wings without a door, and the one window between them. */
export function TwoWings() {
  const { t } = useLingui();
  return (
    <figure className="my-10">
      <svg
        viewBox="0 0 640 230"
        className="w-full"
        role="img"
        aria-label={t`Two wings of a house: names on the left, masks on the right, and a single window between them`}
      >
        <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round">
          <path d="M18 96C80 88 120 66 152 34c32 32 72 54 134 62" />
          <path d="M354 96c62-8 102-30 134-62 32 32 72 54 134 62" />
          <path d="M42 96v112h224V96M374 96v112h224V96" />
          <path d="M266 208h108M266 102h108" opacity=".55" />
        </g>
        <g className="stroke-celadon" fill="none" strokeWidth="2">
          <rect x="286" y="118" width="68" height="62" rx="3" className="fill-celadon-soft" />
          <path d="M320 118v62M286 149h68M297 118v62M343 118v62" strokeWidth="1.200" />
        </g>
        <g fill="none" stroke="currentColor" strokeWidth="1.800" strokeLinecap="round">
          <circle cx="112" cy="138" r="13" />
          <path d="M88 186c2-22 46-22 48 0" />
          <circle cx="190" cy="138" r="13" />
          <path d="M166 186c2-22 46-22 48 0" />
        </g>
        <g className="fill-celadon">
          <path d="M440 118c15 0 22 9 21 23-1 19-10 33-21 33s-20-14-21-33c-1-14 6-23 21-23Z" />
          <path d="M520 118c15 0 22 9 21 23-1 19-10 33-21 33s-20-14-21-33c-1-14 6-23 21-23Z" opacity=".65" />
        </g>
        <g className="stroke-paper" fill="none" strokeWidth="2.200" strokeLinecap="round">
          <path d="M427 142c4-4 8-3 10 1M453 142c-4-4-8-3-10 1M434 160c4 3 8 3 12 0" />
          <path d="M507 142c4-4 8-3 10 1M533 142c-4-4-8-3-10 1M514 160c4-3 8-3 12 0" />
        </g>
      </svg>
      <figcaption className="grid grid-cols-3 gap-4 text-center text-[0.88rem] text-ink-2">
        <span>{t`Names: who works where`}</span>
        <span>{t`One window: signs what it cannot see`}</span>
        <span>{t`Masks: what is said`}</span>
      </figcaption>
    </figure>
  );
}
