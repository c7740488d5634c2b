import { type RefObject, useEffect, useRef, useState } from 'react';

const filesOf = (transfer: DataTransfer | null): File[] => [...(transfer?.files ?? [])];
const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes the files that are pasted into or dropped on an element, such as the whole composer. Text is left to whom it
 * concerns. Says whether files hover over it now.
 */
export function useIncoming(
  area: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const hover = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    element.addEventListener('dragenter', hover, options);
    element.addEventListener('dragover', hover, options);
    element.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) setOver(false);
      },
      options,
    );
    element.addEventListener(
      'drop',
      (event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        take.current(filesOf(event.dataTransfer));
      },
      options,
    );
    element.addEventListener(
      'paste',
      (event) => {
        const files = filesOf(event.clipboardData);
        // A table copied from a sheet comes as text and as a picture of it: there the text is meant.
        if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
        event.preventDefault();
        take.current(files);
      },
      options,
    );
    return () => ended.abort();
  }, [area]);
  return over;
}
