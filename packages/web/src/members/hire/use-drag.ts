import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import type { BoardCard } from '@teahouse/contract/members';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Beside } from './board-state.ts';

type Stage = BoardCard['stage'];
type Edge = Beside['edge'];

/** The half of a card over which the pointer is. */
const edgeAt = (element: Element, y: number): Edge => {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? 'before' : 'after';
};

/** Makes a card one that can be dragged, and dropped beside; returns on which side of it something would fall. */
export function useCardDrag(ref: RefObject<HTMLDivElement | null>, card: BoardCard): Edge | undefined {
  const [edge, setEdge] = useState<Edge>();
  const { id, stage } = card;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return combine(
      draggable({ element, getInitialData: () => ({ id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.id !== id,
        getData: ({ input }) => ({ id, stage, edge: edgeAt(element, input.clientY) }),
        onDrag: ({ self }) => setEdge(self.data.edge as Edge),
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    );
  }, [ref, id, stage]);
  return edge;
}

/** Makes a column take cards, and scroll under one that is held at its edge; returns whether one is over it. */
export function useColumnDrop(ref: RefObject<HTMLDivElement | null>, stage: Stage): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return combine(
      dropTargetForElements({
        element,
        getData: () => ({ stage }),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
      autoScrollForElements({ element }),
    );
  }, [ref, stage]);
  return over;
}

/** Calls with what was dropped where: beside a card, or on a stage. */
export function useDrops(onDrop: (id: string, stage: Stage, beside: Beside | undefined) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(
    () =>
      monitorForElements({
        onDrop({ source, location }) {
          const [target] = location.current.dropTargets;
          const id = source.data.id;
          if (!target || typeof id !== 'string') return;
          const { stage, id: beside, edge } = target.data;
          latest.current(
            id,
            stage as Stage,
            typeof beside === 'string' ? { id: beside, edge: edge as Edge } : undefined,
          );
        },
      }),
    [],
  );
}
