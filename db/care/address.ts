import { type Finding, look, ok } from './finding.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether the address people type keeps what they send between them and Guildhall. */
export function addressFinding({ origin, proxyHops }: { origin: string; proxyHops: number }): Finding {
  const { hostname, protocol } = new URL(origin);
  if (protocol === 'https:') {
    if (proxyHops > 0) return ok('address', origin);
    return look(
      'address',
      `${origin} is served by a proxy, and PROXY_HOPS is 0: sign-in attempts are all counted as the proxy’s.\n` +
        'Set PROXY_HOPS to the number of proxies in front, usually 1.',
    );
  }
  if (loopback.test(hostname)) return ok('address', `${origin}, for this machine alone`);
  return look(
    'address',
    `${origin} is not https: everybody on the network can read passwords and cookies on their way.\n` +
      'Put a proxy with a certificate in front (README, “Behind HTTPS”) and set ORIGIN to its address.',
  );
}
