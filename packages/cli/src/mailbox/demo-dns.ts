import DNS from 'dns2';

/** The name under which the demo's mailboxes sign (RFC 6376 §3.1). */
export const demoSelector = 'demo';
const asked = new RegExp(`^${demoSelector}\\._domainkey\\.([a-z0-9-]+\\.)*[a-z0-9-]+\\.example$`);

/** A name server for this machine alone. */
export interface DemoDns {
  /** `address:port`. */
  readonly server: string;
  close(): Promise<void>;
}

/**
 * Tells the key with which the demo's post office signs, for any domain below `.example`: nobody owns these (RFC 2606), and
 * of all others it knows nothing. So members checks a demo's letters with the same code as any.
 */
export async function startDemoDns(publicKey: string): Promise<DemoDns> {
  const { Packet } = DNS;
  const record = `v=DKIM1; k=rsa; p=${publicKey}`;
  const server = DNS.createServer({
    udp: true,
    handle(request, send) {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const known = question !== undefined && asked.test(question.name.toLowerCase());
      if (!known) response.header.rcode = Packet.RCODE.NXDOMAIN;
      else if (question.type === Packet.TYPE.TXT) {
        // Strings of a record have at most 255 bytes (RFC 1035 §3.3.14).
        const data = record.match(/.{1,255}/g) ?? [];
        response.answers.push(Packet.createResourceFromQuestion(question, { ttl: 60, data }));
      }
      send(response);
    },
  });
  const { udp } = await server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  if (typeof udp !== 'object' || udp === null || !('port' in udp))
    throw new TypeError('a server on a port has an address');
  return { server: `127.0.0.1:${udp.port}`, close: () => server.close() };
}
