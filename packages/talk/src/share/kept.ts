/** A memory of pictures by key that forgets the one not asked for the longest, so as to hold `bytes` at most. */
export interface Kept {
  get(key: string): Buffer | undefined;
  set(key: string, picture: Buffer): void;
}

export function createKept(bytes: number): Kept {
  const pictures = new Map<string, Buffer>();
  let held = 0;
  const drop = (key: string) => {
    held -= pictures.get(key)?.length ?? 0;
    pictures.delete(key);
  };
  return {
    get(key) {
      const picture = pictures.get(key);
      if (!picture) return undefined;
      pictures.delete(key);
      pictures.set(key, picture);
      return picture;
    },
    set(key, picture) {
      drop(key);
      if (picture.length > bytes) return;
      pictures.set(key, picture);
      held += picture.length;
      for (const oldest of pictures.keys()) {
        if (held <= bytes) return;
        drop(oldest);
      }
    },
  };
}
