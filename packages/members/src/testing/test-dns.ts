import DNS from 'dns2';

/** A real DNS server on a loopback port, with TXT records that a test writes. */
export interface TestDns {
  /** `address:port`. */
  readonly server: string;
  /** Names → texts. */
  readonly txt: Map<string, string>;
  /** Names for which it answers SERVFAIL. */
  readonly broken: Set<string>;
  /** Names that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startTestDns(): Promise<TestDns> {
  const txt = new Map<string, string>();
  const broken = new Set<string>();
  const asked: string[] = [];
  const { Packet } = DNS;
  const server = DNS.createServer({
    udp: true,
    handle(request, send) {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const name = question?.name.toLowerCase() ?? '';
      asked.push(name);
      const data = txt.get(name);
      if (broken.has(name)) response.header.rcode = Packet.RCODE.SERVFAIL;
      else if (data === undefined) response.header.rcode = Packet.RCODE.NXDOMAIN;
      else if (question?.type === Packet.TYPE.TXT) {
        // Character strings of a record have at most 255 bytes (RFC 1035 §3.3.14).
        const parts = data.match(/.{1,255}/g) ?? [];
        response.answers.push(Packet.createResourceFromQuestion(question, { ttl: 0, data: parts }));
      }
      send(response);
    },
  });
  const { udp } = await server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  return {
    ...{ txt, broken, asked },
    server: `127.0.0.1:${(udp as { port: number }).port}`,
    close: () => server.close(),
  };
}
