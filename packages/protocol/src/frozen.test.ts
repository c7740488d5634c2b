import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { actId, bodyHash, encodeHeader, signAct } from './act.ts';
import { aliasOf } from './alias.ts';
import { type ActBody, type BodyPlace, encodeBody } from './body.ts';
import { hex, toBase64url, toInteger, utf8 } from './bytes.ts';
import {
  ballotContext,
  ballotTarget,
  reportContext,
  roomContext,
  threadContext,
  tokensContext,
} from './context.ts';
import { domainHash } from './hash.ts';
import { labelBytes, labelFor, labelKinds } from './label.ts';
import { maskSvg } from './mask.ts';
import { actKey, deriveSecrets, phraseFromSeed } from './seed.ts';
import { challengeDigest, encodeTokenKey, refundRequest, tokenKeyId, tokenRequest } from './token.ts';

/*
 * Vectors of our own, for what no document has any: what the first release computed. A difference here breaks
 * everybody's aliases, tokens or old proofs, and is never mended by changing the file.
 */
const file = new URL('./frozen.json', import.meta.url);
const seed = Uint8Array.from({ length: 32 }, (_, i) => i);
const named = (name: string) => sha256(utf8(name));

function acts() {
  const context = named('thread');
  const { privateKey, publicKey } = actKey(seed, context);
  const common = { v: 1, instance: 'tea.example', room: 'square' } as const;
  const salt = named('salt');
  const opens = { type: 'post', thread: null, target: null, prev: null } as const;
  const edits = { type: 'edit', thread: context, target: named('post'), prev: named('post') } as const;
  const examples = [
    {
      about: { ...opens, nonces: [named('0'), named('1')] },
      said: { title: '今晚加班', text: '水开了。\nSit.', lang: 'zh' },
    },
    { about: { ...edits, nonces: [named('2')] }, said: { text: 'Changed.' } },
  ] as const;
  return examples.map(({ about, said }) => {
    const body = encodeBody(about, said);
    const header = encodeHeader({ ...common, ...about, body: bodyHash(salt, body) });
    return {
      header: hex(header),
      body: hex(body),
      id: hex(actId(header)),
      thread: hex(threadContext(header)),
      publicKey: hex(publicKey),
      signature: hex(signAct(privateKey, header)),
    };
  });
}

/** Bodies without words, and of a thread that asks; and what a ballot is about. */
function votes() {
  const thread = named('thread');
  const about = (type: BodyPlace['type']): BodyPlace => ({ type, thread, nonces: [named('0')] });
  const opens: BodyPlace = { type: 'post', thread: null, nonces: [named('0'), named('1')] };
  const poll = { options: ['龙井', 'Pu’er'], multiple: true, voters: 'colleagues' } as const;
  const examples: [BodyPlace, ActBody][] = [
    [about('react'), { reaction: 'hug' }],
    [about('react'), {}],
    [about('ballot'), { choices: [0, 7] }],
    [about('ballot'), { verdict: 'unknown' }],
    [opens, { title: '喝什么', text: '选一个。', poll }],
    [about('report'), { rule: 'personal-data', text: '这是我的电话。' }],
    [about('appeal'), { text: '这是引用。', decision: named('decision') }],
  ];
  return {
    bodies: examples.map(([place, body]) => hex(encodeBody(place, body))),
    targets: (['poll', 'verdict'] as const).map((kind) => hex(ballotTarget(kind, named('post')))),
  };
}

function tokens() {
  // Any odd number of 2048 bits serves to freeze the derivation; nobody signs with it.
  const n = (1n << 2047n) + toInteger(named('m')) * 2n + 1n;
  const publicKeySpki = encodeTokenKey({ n, e: 65537n });
  const asked = { publicKeySpki, seed, challengeDigest: challengeDigest('tea.example') };
  const summary = ({ nonce, blinded, inverse }: ReturnType<typeof tokenRequest>) => ({
    nonce: hex(nonce),
    blinded: hex(sha256(blinded)),
    inverse: hex(sha256(inverse)),
  });
  return {
    keyId: hex(tokenKeyId(publicKeySpki)),
    challengeDigest: hex(asked.challengeDigest),
    token: summary(tokenRequest({ ...asked, week: '2026-W47', i: 3 })),
    refund: summary(refundRequest({ ...asked, spentNonce: named('spent'), i: 1 })),
  };
}

function everything() {
  const secrets = deriveSecrets(seed);
  const credential = { epoch: '2026-11', company: 'acme', industry: 'games', standing: 'current' } as const;
  const pseudonyms = Array.from({ length: 12 }, (_, i) => new Uint8Array(48).fill(i));
  return {
    domainHash: hex(domainHash('example', 'text', Uint8Array.of(1, 2), 3, null)),
    seed: {
      phrase: phraseFromSeed(seed),
      nymSecrets: secrets.nymSecrets.map(hex),
      proverBlind: hex(secrets.proverBlind),
      actKey: hex(actKey(seed, named('context')).publicKey),
    },
    contexts: {
      thread: hex(threadContext(utf8('header'))),
      tokens: hex(tokensContext('tea.example', '2026-W47')),
      report: hex(reportContext(named('post'))),
      ballot: hex(ballotContext(named('target'), '2026-11')),
      room: hex(roomContext('acme', '2026-11-22')),
    },
    labels: labelKinds.map((kind) => hex(labelBytes(labelFor(kind, credential)))),
    acts: acts(),
    votes: votes(),
    tokens: tokens(),
    aliases: pseudonyms.map((pseudonym) => {
      const { zh, en, mask } = aliasOf(pseudonym);
      return { zh, en, mask: toBase64url(mask), drawing: hex(sha256(utf8(maskSvg(mask)))) };
    }),
  };
}

describe('what the first release computed', () => {
  const computed = everything();
  const frozen = JSON.parse(readFileSync(file, 'utf8')) as typeof computed;

  it.each(Object.keys(computed) as (keyof typeof computed)[])('%s is what it was', (name) => {
    expect(computed[name]).toEqual(frozen[name]);
  });

  it('froze nothing that is gone', () => {
    expect(Object.keys(frozen)).toEqual(Object.keys(computed));
  });
});
