import { leavingHeader } from '@teahouse/kit/readiness';

/**
 * Content Security Policy of the app. It holds the member's wallet, so nothing from elsewhere and nothing inline runs:
 * one script that got in could read it. `wasm-unsafe-eval` lets WebAssembly (pairings) compile, and no script.
 * Trusted Types: whatever turns text into code must pass the app's one policy, `teahouse`.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types teahouse',
].join('; ');

/** On every answer of the web origin that isn't an API's. */
export function webHeaders(origin: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
}

/** Said between two machines only, never handed on (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
];
const alsoHopByHop = ['te', 'trailer', 'transfer-encoding', 'upgrade'];
const ofOneHop = new Set([...hopByHop, ...alsoHopByHop]);

/** Whatever names the caller's address, or a way to follow a request: dropped, whoever sent it. */
const address =
  /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|client-ip|cf-.*|fly-.*|fastly-.*|x-request-id|x-correlation-id|x-amzn-.*|traceparent|tracestate|baggage)$/;

/** What sets one browser apart from the next: members may see it, talk may not. */
const fingerprint =
  /^(?:user-agent|accept-language|referer|dnt|sec-gpc|sec-ch-.*|device-memory|downlink|ect|rtt|save-data)$/;

type Headers = NodeJS.Dict<string | string[]>;

/** The headers of a request as a plane gets them. A cookie is left in: talk itself closes a call that carries one. */
export function towardsPlane(headers: Headers, plane: 'members' | 'talk'): Headers {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) =>
        !ofOneHop.has(name) &&
        !named.includes(name) &&
        !address.test(name) &&
        !(plane === 'talk' && fingerprint.test(name)),
    ),
  );
}

/** The headers of a plane's answer as the browser gets them. */
export function towardsBrowser(headers: Headers): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofOneHop.has(name) && name !== leavingHeader),
  );
}
