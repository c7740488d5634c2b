interface Mail {
  readonly to: readonly string[];
  readonly text: string;
}

const patience = 20_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The newest mail to an address that fits, out of the demo's own post office. */
export async function mailTo(origin: string, address: string, fits: RegExp): Promise<string> {
  for (let waited = 0; waited < patience; waited += 200) {
    const { messages }: { messages: Mail[] } = await (await fetch(`${origin}/api/dev/mailbox`)).json();
    const found = messages
      .filter(({ to }) => to.includes(address))
      .map(({ text }) => fits.exec(text)?.[0])
      .find((text) => text !== undefined);
    if (found) return found;
    await pause(200);
  }
  throw new Error(`no mail to ${address} that fits ${fits}`);
}

/** The six digits of the newest mail to an address, out of the demo's own post office. */
export async function codeFor(origin: string, address: string, after = 0): Promise<string> {
  for (let waited = 0; waited < patience; waited += 200) {
    const { messages }: { messages: Mail[] } = await (await fetch(`${origin}/api/dev/mailbox`)).json();
    const mine = messages.filter(({ to }) => to.includes(address));
    const code = mine.length > after ? /\b\d{6}\b/.exec(mine[0]?.text ?? '')?.[0] : undefined;
    if (code) return code;
    await pause(200);
  }
  throw new Error(`no mail with a code to ${address}`);
}
