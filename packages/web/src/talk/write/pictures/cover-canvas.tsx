import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Cover, Spot } from './cover.ts';
import type { PostPicture } from './post-picture.ts';

/** Radius of the brush, as a part of the longer side. */
const brushRadius = 0.02;

export type Tool = Cover['kind'];

/** The picture with its covers on top. Only looks: what is encoded is covered by `applyCovers`. */
function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap, covers: readonly Cover[]): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  context.drawImage(bitmap, 0, 0, width, height);
  context.fillStyle = context.strokeStyle = '#000';
  context.lineCap = context.lineJoin = 'round';
  for (const cover of covers) {
    context.beginPath();
    if (cover.kind === 'rectangle') {
      const { from, to } = cover;
      context.rect(from.x * width, from.y * height, (to.x - from.x) * width, (to.y - from.y) * height);
      context.fill();
      continue;
    }
    context.lineWidth = 2 * cover.radius * Math.max(width, height);
    const [first, ...rest] = cover.spots;
    if (!first) continue;
    context.moveTo(first.x * width, first.y * height);
    for (const { x, y } of rest.length > 0 ? rest : [first]) context.lineTo(x * width, y * height);
    context.stroke();
  }
}

function spotOf({ clientX, clientY, currentTarget }: PointerEvent): Spot {
  const box = currentTarget.getBoundingClientRect();
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}

const begin = (tool: Tool, spot: Spot): Cover =>
  tool === 'rectangle'
    ? { kind: 'rectangle', from: spot, to: spot }
    : { kind: 'brush', radius: brushRadius, spots: [spot] };

const lengthen = (cover: Cover, spot: Spot): Cover =>
  cover.kind === 'rectangle' ? { ...cover, to: spot } : { ...cover, spots: [...cover.spots, spot] };

/** A touch without a movement is no rectangle. */
const isSomething = (cover: Cover): boolean =>
  cover.kind === 'brush' ||
  (Math.abs(cover.from.x - cover.to.x) > 0.004 && Math.abs(cover.from.y - cover.to.y) > 0.004);

/** Where parts of a picture are covered with a finger, a pen or a mouse. */
export function CoverCanvas({
  picture,
  covers,
  tool,
  label,
  onCover,
}: {
  picture: PostPicture;
  covers: readonly Cover[];
  tool: Tool;
  label: string;
  onCover: (cover: Cover) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap>();
  const [current, setCurrent] = useState<Cover>();
  useEffect(() => {
    let made: ImageBitmap | undefined;
    let wanted = true;
    void createImageBitmap(new Blob([picture.file], { type: 'image/webp' })).then((decoded) => {
      made = decoded;
      if (wanted) setBitmap(decoded);
      else decoded.close();
    });
    return () => {
      wanted = false;
      made?.close();
    };
  }, [picture.file]);
  useEffect(() => {
    if (canvas.current && bitmap) paint(canvas.current, bitmap, current ? [...covers, current] : covers);
  }, [bitmap, covers, current]);

  function finish(): void {
    if (current && isSomething(current)) onCover(current);
    setCurrent(undefined);
  }
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={picture.width}
      height={picture.height}
      className="mx-auto block h-auto max-h-[58dvh] w-auto max-w-full cursor-crosshair touch-none rounded-md bg-paper-2 select-none"
      onPointerDown={(event) => {
        if (!event.isPrimary || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setCurrent(begin(tool, spotOf(event)));
      }}
      onPointerMove={(event) => {
        if (current && event.isPrimary) setCurrent(lengthen(current, spotOf(event)));
      }}
      onPointerUp={finish}
      onPointerCancel={() => setCurrent(undefined)}
    />
  );
}
