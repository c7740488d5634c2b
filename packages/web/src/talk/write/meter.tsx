import { Trans } from '@lingui/react/macro';
import { dots, filledDots } from './filled-dots.ts';

/** The anonymity meter: how many people could have written this. */
export function Meter({ n }: { n: number }) {
  const filled = filledDots(n);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg
        viewBox="0 0 80 10"
        width="72"
        height="9"
        aria-hidden="true"
        focusable="false"
        className="text-celadon"
      >
        {Array.from({ length: dots }, (_, i) => i).map((i) => (
          <circle
            key={i}
            cx={5 + i * 10}
            cy="5"
            r="3.400"
            fill={i < filled ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1"
          />
        ))}
      </svg>
      <span className="tabular text-[0.86rem]">
        <Trans>1 of {n}</Trans>
      </span>
    </span>
  );
}
