import { proofFileBytes } from '@teahouse/proof';
import { useEffect, useRef, useState } from 'react';
import { type Checker, createChecker } from './checker.ts';
import { knownKeys } from './known-keys.ts';
import type { Checked } from './wire.ts';

/** Files that one drop may bring. */
export const filesAtOnce = 20;

/** A file on the page, and what it turned out to be; null while it is being checked. */
export interface CheckedFile {
  readonly id: number;
  readonly name: string;
  readonly checked: Checked | null;
}

let last = 0;

async function checkFile(checker: Checker, file: File): Promise<Checked> {
  // Asked before it is read: a film that was dropped by mistake must not fill the memory.
  if (file.size > proofFileBytes) return { kind: 'unusable', reason: 'too-large' };
  try {
    return await checker.check(new Uint8Array(await file.arrayBuffer()), await knownKeys());
  } catch {
    return { kind: 'unusable', reason: 'unreadable' };
  }
}

/** The files given to this page, newest first, each with its outcome. */
export function useChecks() {
  const [files, setFiles] = useState<readonly CheckedFile[]>([]);
  const checker = useRef<Checker>(null);
  useEffect(() => {
    const started = createChecker();
    checker.current = started;
    return () => started.stop();
  }, []);

  function add(given: readonly File[]): void {
    const taken = given.slice(0, filesAtOnce).map((file) => ({ file, id: ++last }));
    setFiles((before) => [
      ...taken.map(({ file, id }) => ({ id, name: file.name, checked: null })),
      ...before,
    ]);
    for (const { file, id } of taken) {
      if (!checker.current) continue;
      void checkFile(checker.current, file).then((checked) =>
        setFiles((before) => before.map((entry) => (entry.id === id ? { ...entry, checked } : entry))),
      );
    }
  }
  return { files, add, clear: () => setFiles([]) };
}
