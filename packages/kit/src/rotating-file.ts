import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

export interface RotatingFile {
  write(text: string): void;
  close(): void;
}

/**
 * An append-only file that never grows past about `maxBytes`; the previous part is kept as `<path>.1` and
 * what is older is gone. Mode 0600. Writing is synchronous so that the last line before a crash is on disk.
 */
export function openRotatingFile(path: string, maxBytes = 1 << 20): RotatingFile {
  let fd = openSync(path, 'a', 0o600);
  let size = fstatSync(fd).size;
  let open = true;
  const rotate = () => {
    closeSync(fd);
    if (existsSync(path)) renameSync(path, `${path}.1`);
    fd = openSync(path, 'a', 0o600);
    size = 0;
  };
  return {
    write(text) {
      if (!open) return;
      if (size > 0 && size + Buffer.byteLength(text) > maxBytes) rotate();
      size += writeSync(fd, text);
    },
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}
