import { readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { membersLimits } from '@teahouse/contract/members';
import { parseListen } from '@teahouse/kit/serve';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Context } from '../context.ts';
import { codeIn, takeLetter } from './service.ts';

/** Connections at once, and letters that are being looked into. */
const most = { clients: 32, letters: 16 };
/** Milliseconds: silence on a connection, and its whole life. */
const patience = { silence: 30_000, whole: 120_000 };

/** Refuses with an SMTP reply (RFC 5321 §4.2). */
const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

export interface LetterBox {
  /** `host:port`, or the path of a socket. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Takes letters over SMTP, one recipient each, for this house alone. Whether a code exists is never told: an address is
 * judged by its form, a letter is accepted first and looked into afterwards, and nothing ever goes back. No address of a
 * sender or a machine is kept or logged.
 */
export async function openLetterBox(ctx: Context, listen: string): Promise<LetterBox> {
  const { letterDomain, letterTlsCert, letterTlsKey } = ctx.config;
  const tls =
    letterTlsCert && letterTlsKey
      ? { cert: readFileSync(letterTlsCert), key: readFileSync(letterTlsKey) }
      : undefined;
  let looking = 0;
  const server = new SMTPServer({
    ...tls,
    name: letterDomain,
    banner: 'Teahouse',
    size: membersLimits.letterBytes,
    rejectOversized: true,
    maxClients: most.clients,
    socketTimeout: patience.silence,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, { envelope }, done) {
      if (envelope.rcptTo.length > 0) done(refusal(452, 'One recipient at a time'));
      else if (codeIn(ctx, address) === undefined) done(refusal(550, 'No such mailbox here'));
      else done();
    },
    onData(stream, { envelope }, done) {
      const code = codeIn(ctx, envelope.rcptTo[0]?.address ?? '');
      // The null sender is that of bounces and answering machines (RFC 5321 §4.5.5, RFC 3834 §3.3).
      const isPerson = envelope.mailFrom !== false && envelope.mailFrom.address !== '';
      collect(stream).then((letter) => {
        if (letter === undefined) return done(); // too large: the server says so itself
        if (looking >= most.letters) return done(refusal(451, 'Busy, try again later'));
        done();
        if (code === undefined || !isPerson) return;
        looking += 1;
        ctx.background.run('letter', () => takeLetter(ctx, { code, letter }).finally(() => (looking -= 1)));
      }, done);
    },
  });
  // A caller that hangs up half-way, or can't agree on TLS: nothing to be told, and its address is nobody's business.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    const end = setTimeout(() => socket.destroy(), patience.whole).unref();
    socket.once('close', () => clearTimeout(end));
  });
  const { address, giveUp } = await bind(server, listen);
  return {
    address,
    close() {
      giveUp();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Milliseconds until an address that another process has is tried again. */
const AGAIN = 2_000;

/**
 * Takes the address, or waits for it in the background where another process of this house has it: one takes the letters of
 * all, and when it ends the next one does. Throws what else is wrong with the address.
 */
async function bind(server: SMTPServer, listen: string): Promise<{ address: string; giveUp(): void }> {
  const where = parseListen(listen);
  let timer: NodeJS.Timeout | undefined;
  const attempt = async (): Promise<string | undefined> => {
    if ('path' in where && !(await isAnswered(where.path))) rmSync(where.path, { force: true }); // of a killed predecessor
    try {
      return await open(server, where);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      timer = setTimeout(() => void attempt().catch(() => {}), AGAIN).unref();
      return undefined;
    }
  };
  return { address: (await attempt()) ?? listen, giveUp: () => clearTimeout(timer) };
}

/** Does a process listen at this socket? */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ path });
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}

function open(server: SMTPServer, where: ReturnType<typeof parseListen>): Promise<string> {
  const { server: net } = server;
  return new Promise((resolve, reject) => {
    const bound = () => {
      net.off('error', failed);
      const at = net.address() as AddressInfo | string;
      resolve(typeof at === 'string' ? at : `${at.address}:${at.port}`);
    };
    const failed = (error: Error) => {
      net.off('listening', bound);
      reject(error);
    };
    net.once('error', failed).once('listening', bound).listen(where);
  });
}

/** The whole letter, or nothing where it is too large; the rest of it is read and thrown away. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= membersLimits.letterBytes) parts.push(part);
    else parts = [];
  }
  return size <= membersLimits.letterBytes ? Buffer.concat(parts) : undefined;
}
