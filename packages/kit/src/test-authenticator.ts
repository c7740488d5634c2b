import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Where passkeys of tests belong. */
const webOrigin = 'https://tea.test';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Flags of authenticator data (WebAuthn Level 3, 6.1): user present, user verified, credential data included. */
const [present, verified, included] = [0x01, 0x04, 0x40] as const;

interface Asked {
  readonly challenge: string;
}

/** An authenticator in software that holds one passkey (ES256, no attestation); what it can be made to do wrong is asked by name. */
export class Authenticator {
  readonly id = randomBytes(32);
  readonly #key: KeyObject;
  readonly #point: { x: string; y: string };
  counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#point = { x, y };
  }

  /** The answer to `navigator.credentials.create`. */
  create({ challenge }: Asked, i: { origin?: string; flags?: number } = {}) {
    const { origin = webOrigin, flags = present | verified } = i;
    const idLength = Buffer.from([0, this.id.length]);
    const data = this.#data(origin, flags | included, [Buffer.alloc(16), idLength, this.id, this.#coseKey()]);
    return {
      ...this.#head(),
      response: {
        clientDataJSON: text(clientData('webauthn.create', challenge, origin)),
        attestationObject: text(attestation(data)),
      },
    };
  }

  /** The answer to `navigator.credentials.get`. */
  get({ challenge }: Asked, i: { origin?: string; flags?: number } = {}) {
    const { origin = webOrigin, flags = present | verified } = i;
    const client = clientData('webauthn.get', challenge, origin);
    const data = this.#data(origin, flags);
    return {
      ...this.#head(),
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), this.#key)),
      },
    };
  }

  #head() {
    return { id: text(this.id), rawId: text(this.id), type: 'public-key', clientExtensionResults: {} };
  }

  #data(origin: string, flags: number, more: readonly Uint8Array[] = []): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), counter, ...more]);
  }

  /** RFC 9052: kty EC2, alg ES256, curve P-256, both coordinates. */
  #coseKey(): Buffer {
    const { x, y } = this.#point;
    const bytes = (part: string) => Buffer.from(part, 'base64url');
    const parts = ['a5010203262001215820', bytes(x).toString('hex'), '225820', bytes(y).toString('hex')];
    return Buffer.from(parts.join(''), 'hex');
  }
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** CBOR of `{ fmt: "none", attStmt: {}, authData }`. */
function attestation(data: Buffer): Buffer {
  const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  return Buffer.concat([head, length, data]);
}
