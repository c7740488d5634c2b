import { type MaskShape, maskShapes } from '@teahouse/protocol';
import { memo } from 'react';

const paint = ({ d, fill, stroke, strokeWidth, opacity }: MaskShape, key: number) => (
  <path
    key={key}
    d={d}
    fill={fill ?? 'none'}
    stroke={stroke}
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    opacity={opacity}
  />
);

/** The opera mask of an alias, painted as SVG elements: no markup is ever parsed (Trusted Types). */
export const Mask = memo(function Mask({ bytes, size = 44 }: { bytes: Uint8Array; size?: number }) {
  const shapes = maskShapes(bytes);
  return (
    <svg
      className="mask"
      viewBox="0 0 64 72"
      width={size}
      height={(size * 72) / 64}
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the layers of a mask never change their order
        <g key={i}>
          {paint(shape, 0)}
          {shape.mirror ? <g transform="matrix(-1 0 0 1 64 0)">{paint(shape, 1)}</g> : null}
        </g>
      ))}
    </svg>
  );
});
