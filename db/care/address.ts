import { type Finding, look, ok, wrong } from './finding.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const everywhere = /^(0\.0\.0\.0|::|\[::\])$/;

/** Whether the address people type fits what Guildhall listens on. */
export function addressFinding(set: { host: string; origin: string; proxyHops: number }): Finding {
  const { hostname, protocol } = new URL(set.origin);
  const name = 'address';
  if (everywhere.test(hostname))
    return wrong(
      name,
      `Nobody types ${set.origin}, and forms from any other address are refused: set ORIGIN to the one people type.`,
    );
  if (protocol === 'https:') {
    if (set.proxyHops > 0) return ok(name, set.origin);
    return look(
      name,
      `${set.origin} is served by a proxy, and PROXY_HOPS is 0: sign-in attempts are all counted as the proxy’s.\n` +
        'Set PROXY_HOPS to the number of proxies in front, usually 1.',
    );
  }
  if (loopback.test(hostname)) return ok(name, `${set.origin}, for this machine alone`);
  return look(
    name,
    `${set.origin} is not https: passwords and cookies cross the network for everybody on it to read.\n` +
      'Put a proxy with a certificate in front (README, “Behind HTTPS”) and set ORIGIN to its address.',
  );
}
