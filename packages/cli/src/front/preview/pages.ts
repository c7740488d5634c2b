import type { Card } from '@teahouse/contract/talk';
import { cut, type PageHead, siteName } from './head.ts';
import type { NamedRoom } from './read.ts';

const said = '说话的人经过核实，却没有人能查出是谁。Verified at work, unlinkable in talk.';

/** Pages that say the same to everybody; in both languages, as nobody said which one they read. */
const fixedPages: Readonly<Record<string, { title: string; description: string }>> = {
  '/rooms': {
    title: '所有茶座 All rooms',
    description:
      '广场、话题、行业和公司：都可以直接读，不用账号。The square, topics, industries and companies: read without an account.',
  },
  '/about': {
    title: '这里怎么运作 How it works',
    description:
      '你的工作先经过核实，然后换一副只在一帖里用的脸谱说话，谁也查不出是你。Verified as an employee, speaking behind a mask that lasts one thread: nobody can find out who spoke.',
  },
  '/verify': {
    title: '查验证明 Check a proof',
    description:
      '一个文件就能查验：这番话确实出自核实过的员工。不联网也行。One file shows that a verified employee said it; it is checked without a network.',
  },
  '/log': {
    title: '公开日志 The public logs',
    description:
      '密钥、人数和发言都记在只增不减、人人可查的日志里。Keys, counts and acts stand in logs that only grow and that anyone can check.',
  },
  '/join': { title: '加入茶馆 Join', description: said },
  '/signin': { title: '登录 Sign in', description: said },
};

const slug = '[a-z0-9][a-z0-9-]{0,39}';
const hash = '[A-Za-z0-9_-]{43}';
const roomPage = new RegExp(`^/r/(${slug})$`);
const personPage = /^\/in\/([a-z0-9][a-z0-9-]{2,39})$/;
const jobPage = /^\/jobs\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const threadPage = new RegExp(`^/r/(${slug})/t/(${hash})$`);

/** What a page is about, from its address alone. */
export type Subject =
  | { readonly kind: 'fixed'; readonly path: string }
  | { readonly kind: 'person'; readonly path: string; readonly handle: string }
  | { readonly kind: 'job'; readonly path: string; readonly job: string }
  | { readonly kind: 'room'; readonly path: string; readonly room: string }
  | {
      readonly kind: 'thread';
      readonly path: string;
      readonly room: string;
      readonly thread: string;
      /** The reply that the link is about. */
      readonly post: string | undefined;
    };

/** Undefined for addresses that have nothing of their own to say, and for `/`, which is `index.html` byte for byte. */
export function subjectOf(url: string): Subject | undefined {
  const [path = '/', query = ''] = (url.split('#', 1)[0] ?? '').split(/\?(.*)/s);
  if (Object.hasOwn(fixedPages, path)) return { kind: 'fixed', path };
  const [, room] = roomPage.exec(path) ?? [];
  if (room) return { kind: 'room', path, room };
  const [, handle] = personPage.exec(path) ?? [];
  if (handle) return { kind: 'person', path, handle };
  const [, job] = jobPage.exec(path) ?? [];
  if (job) return { kind: 'job', path, job };
  const [, of, thread] = threadPage.exec(path) ?? [];
  if (!of || !thread) return undefined;
  const post = new URLSearchParams(query).get('post') ?? '';
  return {
    kind: 'thread',
    path,
    room: of,
    thread,
    post: post.length === 43 && /^[\w-]+$/.test(post) ? post : undefined,
  };
}

/** Throws where there is no such page. */
export function fixedHead({ path }: { path: string }, origin: string): PageHead {
  const { title = siteName, description = said } = fixedPages[path] ?? {};
  return { title, description, type: 'website', url: origin + path, canonical: origin + path };
}

export function roomHead({ path }: { path: string }, { name }: NamedRoom, origin: string): PageHead {
  const both = name.zh === name.en ? name.zh : `${name.zh} ${name.en}`;
  return {
    title: cut(both, 90),
    description: `${cut(name.zh, 40)}：${said}`,
    type: 'website',
    url: origin + path,
    canonical: origin + path,
  };
}

type ThreadSubject = Extract<Subject, { kind: 'thread' }>;

function titleOf({ title, reply, lang, speaker }: Card): string {
  if (!reply) return title ?? siteName;
  const name = speaker?.name ?? '';
  if (title === null) return lang === 'zh' ? `${name}的回复` : `A reply by ${name}`;
  return lang === 'zh' ? `${name}在《${title}》里的回复` : `${name} in “${title}”`;
}

/** Undefined where the words were taken back: the page then says nothing but the house's own. */
export function threadHead(subject: ThreadSubject, card: Card, origin: string): PageHead | undefined {
  const { lang, speaker, text } = card;
  if (!speaker) return undefined;
  const { room, thread, post, path } = subject;
  const who =
    lang === 'zh' ? `${speaker.name}（${speaker.label}）：` : `${speaker.name} (${speaker.label}): `;
  const part = post === undefined ? '' : `&post=${post}`;
  const title = cut(titleOf(card), 160);
  const description = cut(who + text, 220);
  return {
    ...{ title, description, lang },
    type: 'article',
    url: origin + path + (post === undefined ? '' : `?post=${post}`),
    canonical: origin + path,
    image: {
      url: `${origin}/api/talk/rooms/${room}/threads/${thread}/card.png?lang=${lang}${part}`,
      alt: `${title} — ${description}`,
    },
  };
}
