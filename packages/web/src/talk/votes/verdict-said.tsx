import { Plural, Trans } from '@lingui/react/macro';
import type { Tally, Verdict } from '@teahouse/contract/talk';
import { verdictOrder } from './words.ts';

const fills: Record<Verdict, string> = {
  confirm: 'fill-celadon',
  dispute: 'fill-cinnabar',
  unknown: 'fill-ink-2',
};

/** Three parts of one line; the numbers stand beside it in words. */
function Bar({ verdict }: { verdict: NonNullable<Tally['verdict']> }) {
  const all = verdict.confirm + verdict.dispute + verdict.unknown;
  let from = 0;
  const parts = verdictOrder.map((kind) => {
    const part = { kind, from, width: (100 * verdict[kind]) / all };
    from += part.width;
    return part;
  });
  return (
    <svg
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="block h-1.5 w-full max-w-80 rounded-full"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(({ kind, from: x, width }) => (
        <rect
          key={kind}
          x={x}
          width={width}
          height="2"
          className={fills[kind]}
          opacity={kind === 'unknown' ? 0.35 : 0.8}
        />
      ))}
    </svg>
  );
}

/** What enough colleagues have said: in words, and as one small bar. */
export function Said({ verdict, name }: { verdict: NonNullable<Tally['verdict']>; name: string }) {
  const { confirm, dispute, unknown } = verdict;
  return (
    <div className="space-y-2">
      <p className="text-[0.93rem]">
        <Trans>Colleagues of {name} say:</Trans>{' '}
        <span className="tabular">
          <Plural value={confirm} one="# confirms it" other="# confirm it" />
          <span aria-hidden="true"> · </span>
          <Plural value={dispute} one="# disputes it" other="# dispute it" />
          <span aria-hidden="true"> · </span>
          <Plural value={unknown} one="# can't know" other="# can't know" />
        </span>
      </p>
      <Bar verdict={verdict} />
    </div>
  );
}
