import { useEffect, useRef, useState } from 'react';
import type { Cover } from './cover.ts';
import { PictureFault, type PictureFaultCode } from './fault.ts';
import { pictureLimits } from './limits.ts';
import { keyOf, moved, type PostPicture } from './post-picture.ts';
import { preparePicture } from './prepare.ts';

/** A picture that is being made; `replaces` is the key of the one whose place it takes. */
export interface Work {
  readonly id: number;
  readonly part: number;
  readonly replaces: string | null;
}
/** Of a prepared picture, while this page lives: what it was made from, so that covering it later loses nothing. */
interface Source {
  readonly file: Blob;
  readonly covers: readonly Cover[];
}

const codeOf = (error: unknown): PictureFaultCode =>
  error instanceof PictureFault ? error.code : 'internal';

/** The list of a post's pictures and everything that is done to it. `value` and `onChange` are its owner's. */
export function usePictures(
  value: readonly PostPicture[],
  onChange: (value: readonly PostPicture[]) => void,
) {
  const [works, setWorks] = useState<readonly Work[]>([]);
  const [fault, setFault] = useState<PictureFaultCode>();
  const latest = useRef(value);
  const sources = useRef(new Map<string, Source>());
  const lastId = useRef(0);
  const present = useRef(true);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
    };
  }, []);

  function change(next: readonly PostPicture[]): void {
    latest.current = next;
    onChange(next);
  }

  async function work(source: Source, replaces: string | null): Promise<void> {
    const id = ++lastId.current;
    setWorks((before) => [...before, { id, part: 0, replaces }]);
    try {
      const onProgress = (part: number) =>
        setWorks((before) => before.map((one) => (one.id === id ? { ...one, part } : one)));
      const picture = await preparePicture(source.file, source.covers, onProgress);
      // Whoever closed the composer meanwhile has no list any more.
      if (present.current) settle({ ...picture, alt: '' }, source, replaces);
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setWorks((before) => before.filter((one) => one.id !== id));
    }
  }

  function settle(picture: PostPicture, source: Source, replaces: string | null): void {
    const list = latest.current;
    const key = keyOf(picture);
    const place = list.findIndex((one) => keyOf(one) === replaces);
    if (replaces !== null && place < 0) return; // removed while it was covered
    if (list.some((one) => keyOf(one) === key)) {
      if (key !== replaces) setFault('picture-twice');
      return;
    }
    sources.current.set(key, source);
    if (replaces !== null) sources.current.delete(replaces);
    const alt = list[place]?.alt ?? '';
    change(place < 0 ? [...list, picture] : list.with(place, { ...picture, alt }));
  }

  return {
    works,
    fault,
    /** Prepares files; those beyond the limit are left out, and said. */
    add(files: readonly Blob[]): void {
      const coming = works.filter(({ replaces }) => replaces === null).length;
      const room = Math.max(0, pictureLimits.perPost - latest.current.length - coming);
      setFault(files.length > room ? 'picture-count' : undefined);
      for (const file of files.slice(0, room)) void work({ file, covers: [] }, null);
    },
    /** Blacks out parts of a picture for good. */
    cover(picture: PostPicture, covers: readonly Cover[]): void {
      setFault(undefined);
      const key = keyOf(picture);
      const known = sources.current.get(key) ?? { file: new Blob([picture.file]), covers: [] };
      void work({ file: known.file, covers: [...known.covers, ...covers] }, key);
    },
    remove(place: number): void {
      const gone = latest.current[place];
      if (gone) sources.current.delete(keyOf(gone));
      setFault(undefined);
      change(latest.current.filter((_, i) => i !== place));
    },
    move: (from: number, to: number) => change(moved(latest.current, from, to)),
    describe: (place: number, alt: string) =>
      change(latest.current.map((one, i) => (i === place ? { ...one, alt } : one))),
  };
}
