/** What a check came to; `sound`: all of it holds, if the keys of the logs are the right ones. */
export type Outcome = 'proven' | 'sound' | 'not-proven' | 'unusable';

const tick = 'm20 33 8.500 8.500L45 24';

const marks: Readonly<Record<Outcome, string>> = {
  proven: tick,
  sound: tick,
  'not-proven': 'M22.500 22.500l19 19M41.500 22.500l-19 19',
  unusable:
    'M26 26.500c.4-4 3-6 6.500-6s6.300 2.200 6.300 5.700c0 5-6.300 5.600-6.300 10.600M32.500 43.500v.2',
};
const inks: Readonly<Record<Outcome, string>> = {
  proven: 'text-celadon',
  sound: 'text-celadon',
  'not-proven': 'text-cinnabar',
  unusable: 'text-ink-2',
};

/** The outcome as a seal pressed on paper, a little askew. */
export function Stamp({ outcome, size = 76 }: { outcome: Outcome; size?: number }) {
  return (
    <svg
      viewBox="0 0 64 64"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className={`flex-none -rotate-3 ${inks[outcome]}`}
    >
      {outcome === 'proven' ? <rect x="3" y="3" width="58" height="58" rx="7" fill="currentColor" /> : null}
      <g
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={outcome === 'proven' ? 'text-paper' : ''}
      >
        {outcome === 'proven' ? (
          <rect x="7" y="7" width="50" height="50" rx="4" strokeWidth="1.300" />
        ) : (
          <>
            <rect x="3.500" y="3.500" width="57" height="57" rx="7" strokeWidth="2.400" />
            <rect x="8" y="8" width="48" height="48" rx="4" strokeWidth="1" opacity=".7" />
          </>
        )}
        <path d={marks[outcome]} strokeWidth="4.200" />
      </g>
    </svg>
  );
}
