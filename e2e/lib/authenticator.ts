import { Secret, TOTP } from 'otpauth';

const period = 30_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An authenticator app: gives six digits that it has not given before, as none counts twice. */
export interface Authenticator {
  code(): Promise<string>;
}

/** From the secret that the page shows for typing. */
export function authenticator(secret: string): Authenticator {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')), period: period / 1000 });
  let last = '';
  return {
    async code() {
      for (;;) {
        const code = totp.generate();
        if (code !== last) {
          last = code;
          return code;
        }
        await pause(period - (Date.now() % period) + 50);
      }
    },
  };
}
