import { Trans, useLingui } from '@lingui/react/macro';
import type { Picture, PostAudience } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { PictureIcon } from '../../ui/nav-icons.tsx';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { LinkCard } from './link-card.tsx';
import { sendPicture } from './make-picture.ts';
import { pictureAddress } from './pictures.tsx';
import { useFeedCache } from './queries.ts';
import { usePreview } from './use-preview.ts';
import { feedWords } from './words.ts';

const { postCharacters, postPictures } = membersLimits;
/** From here on the letters that are left are counted. */
const nearEnd = 200;

function Chosen({ pictures, onDrop }: { pictures: readonly Picture[]; onDrop: (picture: string) => void }) {
  const { t } = useLingui();
  if (pictures.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label={t`Pictures`}>
      {pictures.map(({ picture }, at) => {
        const n = at + 1;
        return (
          <li key={picture} className="relative">
            <img
              src={pictureAddress(picture)}
              alt={t`Number ${n}`}
              className="h-24 w-24 rounded-lg bg-paper-2 object-cover"
            />
            <button
              type="button"
              className="icon-btn absolute -top-2 -right-2 border border-line bg-paper"
              aria-label={t`Leave picture ${n} out`}
              onClick={() => onDrop(picture)}
            >
              <CloseIcon />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Words, pictures, a link, and who may read it. */
export function Composer({ shares, onPosted }: { shares?: string; onPosted: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const cache = useFeedCache();
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<PostAudience>('everyone');
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const { link, drop } = usePreview(text);
  const add = useAction(async (files: readonly File[]) => {
    for (const file of files.slice(0, postPictures - pictures.length)) {
      const sent = await sendPicture(file);
      setPictures((before) => [...before.filter(({ picture }) => picture !== sent.picture), sent]);
    }
  });
  const send = useAction(async () => {
    const body = { text, audience, pictures: pictures.map(({ picture }) => picture) };
    const made = await membersApi.addPost({
      body: { ...body, ...(link && { link: link.url }), ...(shares && { shares }) },
    });
    cache.add(made);
    setText('');
    setPictures([]);
    onPosted();
  });
  const left = postCharacters - text.length;
  const isEmpty = text.trim() === '' && pictures.length === 0 && shares === undefined;
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !add.pending) void send.run();
      }}
    >
      <textarea
        className="input min-h-28"
        aria-label={shares ? t`What you say of it` : t`Your post`}
        placeholder={shares ? t`Say something of it, or nothing` : t`What is worth telling?`}
        maxLength={postCharacters}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it was just opened to write
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Chosen
        pictures={pictures}
        onDrop={(gone) => setPictures(pictures.filter(({ picture }) => picture !== gone))}
      />
      {add.pending ? (
        <p role="status" className="shimmer text-[0.9rem] text-ink-2">
          <Trans>The picture is on its way …</Trans>
        </p>
      ) : null}
      {link ? (
        <div className="relative">
          <LinkCard link={link} />
          <button
            type="button"
            className="icon-btn absolute -top-2 -right-2 border border-line bg-paper"
            aria-label={t`Leave the preview out`}
            onClick={drop}
          >
            <CloseIcon />
          </button>
        </div>
      ) : null}
      {add.error || send.error ? <ErrorNotice error={send.error ?? add.error} words={feedWords} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <label className="act cursor-pointer focus-within:outline-2 focus-within:outline-celadon">
          <PictureIcon />
          <span>
            <Trans>Pictures</Trans>
          </span>
          <input
            type="file"
            accept="image/*"
            multiple
            className="sr-only"
            disabled={pictures.length >= postPictures}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void add.run(files);
            }}
          />
        </label>
        <span className="flex items-center gap-2 text-[0.9rem]">
          <label htmlFor={id} className="text-ink-2">
            <Trans>For</Trans>
          </label>
          <select
            id={id}
            className="input min-h-11 w-auto py-1"
            value={audience}
            onChange={(event) => setAudience(event.currentTarget.value as PostAudience)}
          >
            <option value="everyone">{t`readers of my page`}</option>
            <option value="connections">{t`connections`}</option>
          </select>
        </span>
        <span className="ml-auto flex items-center gap-3">
          {left < nearEnd ? <span className="tabular text-[0.86rem] text-ink-2">{left}</span> : null}
          <Submit pending={send.pending}>{shares ? <Trans>Repost</Trans> : <Trans>Post</Trans>}</Submit>
        </span>
      </div>
    </form>
  );
}
