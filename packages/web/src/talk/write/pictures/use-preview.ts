import { useEffect, useState } from 'react';

/** An address for bytes in memory, as long as the component shows them; undefined until there is one. */
export function usePreview(file: Uint8Array<ArrayBuffer>): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type: 'image/webp' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
