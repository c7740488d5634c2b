import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createStore, get, set } from 'idb-keyval';
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalog, setLocale } from '../../packages/web/src/shell/locale.ts';
import { PostPictures } from '../../packages/web/src/talk/read/pictures/post-pictures.tsx';
import { PictureStrip } from '../../packages/web/src/talk/write/pictures/picture-strip.tsx';
import { type PostPicture, signedForm } from '../../packages/web/src/talk/write/pictures/post-picture.ts';
import { preparePicture } from '../../packages/web/src/talk/write/pictures/prepare.ts';
import './page.css';

/* The parts for pictures by themselves, under the app's own policy: what pictures.ts looks at. */
const asked = new URLSearchParams(location.search);
const store = createStore('pictures', 'draft');

/** A form with a text and pictures, kept as a draft is. */
function Writing() {
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState<readonly PostPicture[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void get<readonly PostPicture[]>('pictures', store).then((kept) => kept && setValue(kept));
  }, []);
  useEffect(() => {
    Object.assign(window, { signed: signedForm(value) });
  }, [value]);
  return (
    <form ref={form} data-busy={busy} className="space-y-6">
      <textarea className="input" aria-label="Text" rows={4} />
      <PictureStrip
        value={value}
        area={form}
        onBusy={setBusy}
        onChange={(next) => {
          setValue(next);
          void set('pictures', next, store);
        }}
      />
    </form>
  );
}

function Reading() {
  const sizes = [
    { width: 1600, height: 900 },
    { width: 739, height: 1600 },
    { width: 1200, height: 1200 },
    { width: 600, height: 400 },
  ];
  const pictures = sizes.map((size, i) => ({ ...size, hash: `${i}`, ...(i === 0 ? { alt: 'A view' } : {}) }));
  return (
    <>
      {[1, 2, 3, 4].map((total) => (
        <article key={total} data-total={total} className="border-t border-line py-5">
          <p>…</p>
          <PostPictures base="/api/pictures" pictures={pictures.slice(0, total)} />
        </article>
      ))}
      <article data-total="tall">
        <PostPictures base="/api/pictures" pictures={pictures.slice(1, 2)} />
      </article>
      <article data-total="gone">
        <PostPictures base="/api/nothing" pictures={pictures.slice(0, 1)} />
      </article>
    </>
  );
}

Object.assign(window, { preparePicture });
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
await Promise.all([loadCatalog('read'), loadCatalog('write')]);
await setLocale(asked.get('lang') === 'zh' ? 'zh' : 'en', false);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <main className="page pt-6 pb-20">
          <div className="column">
            <h1 className="mb-6">{asked.get('part') === 'read' ? 'Reading' : 'Writing'}</h1>
            {asked.get('part') === 'read' ? <Reading /> : <Writing />}
          </div>
        </main>
      </I18nProvider>
    </StrictMode>,
  );
