interface Bar {
  readonly label: string;
  /** Its parts from the bottom up, each as a class that paints it and a number. */
  readonly parts: readonly (readonly [paint: string, value: number])[];
}

const height = 100;
const step = 20;

/**
 * Bars side by side, from nought up to a number that is said, with words under the first and the last. A picture for the
 * eye: the same numbers stand in a table beside it, which is what a screen reader gets.
 */
export function Bars({ bars, most }: { bars: readonly Bar[]; most: number }) {
  const scale = height / Math.max(1, most);
  return (
    <div aria-hidden="true" className="tabular text-[0.8rem] text-ink-2">
      <p>{most}</p>
      <svg
        viewBox={`0 0 ${bars.length * step} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        className="h-36 w-full border-b border-line"
      >
        {bars.map(({ label, parts }, place) => {
          let top = height;
          return (
            <g key={label}>
              {parts.map(([paint, value]) => {
                top -= value * scale;
                return (
                  <rect
                    key={paint}
                    x={place * step + 3}
                    y={top}
                    width={step - 6}
                    height={value * scale}
                    className={paint}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
      <p className="flex justify-between">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
    </div>
  );
}
