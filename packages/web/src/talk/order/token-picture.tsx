import { useLingui } from '@lingui/react/macro';
import type { TokenCounts } from '@teahouse/client';
import { dayOfWeek } from './token-week.ts';

const step = 40;
/** Coins that there is room for: more than days, so that none seems to be that of the day below it. */
const places = 12;
const radius = 13;

type Mark = 'free' | 'held' | 'spent';

/** A coin with a square hole, as in the tea houses of old: full, set aside, or spent. */
function Coin({ x, mark }: { x: number; mark: Mark }) {
  const fill = { free: 'var(--celadon)', held: 'var(--celadon-soft)', spent: 'none' }[mark];
  const stroke = mark === 'spent' ? 'var(--line)' : 'var(--celadon)';
  return (
    <g transform={`translate(${x} 22)`}>
      <circle r={radius} fill={fill} stroke={stroke} strokeWidth="1.5" />
      <rect x="-4" y="-4" width="8" height="8" fill="var(--paper)" stroke={stroke} strokeWidth="1.2" />
    </g>
  );
}

/** This week's tokens, and how far the week has come. What it shows stands beside it in words. */
export function TokenPicture({ counts, now }: { counts: TokenCounts; now: number }) {
  const { i18n } = useLingui();
  const { free, held, spent } = counts;
  const marks: Mark[] = [
    ...Array<Mark>(free).fill('free'),
    ...Array<Mark>(held).fill('held'),
    ...Array<Mark>(spent).fill('spent'),
  ];
  const width = Math.max(marks.length, places) * step;
  const today = dayOfWeek(now);
  const names = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ weekday: 'narrow', timeZone: 'UTC' },
  });
  // 2024-01-01 was a Monday.
  const days = Array.from({ length: 7 }, (_, i) => names.format(Date.UTC(2024, 0, 1 + i)));
  const length = width / 7;
  return (
    <svg viewBox={`0 0 ${width} 84`} className="my-5 block w-full max-w-[30rem]" aria-hidden="true">
      {marks.map((mark, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: coins have nothing but their place
        <Coin key={i} x={i * step + step / 2} mark={mark} />
      ))}
      {days.map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two days may have the same letter
        <g key={i} transform={`translate(${i * length} 52)`}>
          <rect
            x="2"
            width={length - 4}
            height="4"
            rx="2"
            fill={i <= today ? 'var(--celadon)' : 'var(--line)'}
          />
          <text
            x={length / 2}
            y="26"
            textAnchor="middle"
            fontSize="15"
            fontWeight={i === today ? 700 : 400}
            fill={i === today ? 'var(--ink)' : 'var(--ink-2)'}
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
