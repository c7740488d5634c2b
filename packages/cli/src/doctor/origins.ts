import { connect } from 'node:tls';
import type { Settings } from '../config.ts';
import { bad, type Finding, good, warning } from './finding.ts';

const PATIENCE = 5_000;
const DAY = 86_400_000;
/** Days before its end at which a certificate should have been renewed. */
const SOON = 14;

/** The end of a site's certificate, or why it can't be trusted. */
export type Certificate = { readonly until: Date } | { readonly wrong: string };

/** Asks a site for its certificate, checked as a browser does it. */
export function certificateOf(origin: string): Promise<Certificate> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      timeout: PATIENCE,
    });
    const end = (found: Certificate) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => end({ until: new Date(socket.getPeerCertificate().valid_to) }));
    socket.once('timeout', () => end({ wrong: 'it does not answer' }));
    socket.once('error', (error) => end({ wrong: error.message }));
  });
}

const isLocal = (origin: string) =>
  /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);

/** What a certificate says about a site. */
export function originFinding(origin: string, certificate: Certificate, now: Date): Finding {
  if ('wrong' in certificate)
    return bad(`${origin} can't be called: ${certificate.wrong}. Look at the proxy`);
  const days = Math.trunc((certificate.until.getTime() - now.getTime()) / DAY);
  if (days < 0) return bad(`the certificate of ${origin} ended ${-days} days ago: renew it`);
  return days < SOON
    ? warning(`the certificate of ${origin} ends in ${days} days: see why it was not renewed`)
    : good(`the certificate of ${origin} holds for ${days} days`);
}

/** TLS of the addresses of the site that the operator named. */
export async function originFindings({
  origins,
  mode,
}: Pick<Settings, 'origins' | 'mode'>): Promise<Finding[]> {
  const found = origins.map(async (origin): Promise<Finding[]> => {
    if (origin.startsWith('https:')) return [originFinding(origin, await certificateOf(origin), new Date())];
    if (isLocal(origin) || mode === 'demo') return [];
    return [
      bad(
        `${origin} has no TLS: a browser gives the wallet no place there. Put a proxy with https before it`,
      ),
    ];
  });
  return (await Promise.all(found)).flat();
}
