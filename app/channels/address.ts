import ipaddr from 'ipaddr.js';

/** A host that whoever runs the machine allows whatever its address is; port null: any. */
export type AllowedHost = { host: string; port: number | null };

export type AddressRefusal = 'no-address' | 'not-https' | 'with-password' | 'not-public' | 'unknown-host';
export const addressRefusalWords: Record<AddressRefusal, string> = {
  'no-address': 'That is no address of a webhook. Copy it whole from your chat: it begins with https://.',
  'not-https': 'It has to begin with https://, so that nobody on the way can read it.',
  'with-password': 'Leave the name and the password in front of the @ out: they are sent nowhere.',
  'not-public':
    'It leads to a machine that is not on the public internet. Is it a chat server of yours? Whoever runs Guildhall can allow it: CHANNEL_HOSTS.',
  'unknown-host': 'No machine is known by that name. Is it spelt right?',
};

type Read = { url: URL; isAllowed: boolean } | { refused: AddressRefusal };

/**
 * Reads the address of a webhook as a browser would (so that 0x7f.1 is 127.0.0.1), and refuses it where the address
 * itself says why. Where a name leads is for `isPublic` to say of each answer. What is allowed may be anywhere, and
 * without TLS.
 */
export function readAddress(text: string, allowed: readonly AllowedHost[]): Read {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || !/[^.]/.test(url.hostname)) return { refused: 'no-address' };
  if (url.hostname.includes('..')) return { refused: 'no-address' };
  if (url.username !== '' || url.password !== '') return { refused: 'with-password' };
  // One dot at the end of a name says that it is whole; certificates do without.
  url.hostname = url.hostname.replace(/\.$/, '');
  url.hash = '';
  const isAllowed = allowed.some(
    ({ host, port }) => host === url.hostname && (port === null || port === portOf(url)),
  );
  if (url.protocol === 'http:' && !isAllowed) return { refused: 'not-https' };
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!isAllowed && ipaddr.isValid(literal) && !isPublic(literal)) return { refused: 'not-public' };
  return { url, isAllowed };
}

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80));

/** What is shown of an address: who knows it whole can post there, and the first part of a host may be the secret. */
export function maskedHost(url: string): string {
  const host = URL.parse(url)?.hostname ?? '';
  if (host.startsWith('[') || ipaddr.isValid(host)) return host;
  const labels = host.split('.');
  return labels.length > 2 ? `….${labels.slice(-2).join('.')}` : host;
}

const routed = ipaddr.IPv6.parseCIDR('2000::/3');
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address, as digits, is one that everybody on the internet would reach: unicast, and in none of the
 * ranges set aside. Of an IPv6 address that stands for an IPv4 one, that one is judged. What is none is not public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast';
  if (ip.zoneId) return false;
  const within = embedded(ip);
  if (within !== null) return within.length > 0 && within.every(({ range }) => range === 'unicast');
  return ip.range() === 'unicast' && ip.match(routed);
}

const v4 = (bytes: number[]) => ({ range: new ipaddr.IPv4(bytes).range() });

/** The IPv4 addresses that an IPv6 address stands for; null when it is one of its own. */
function embedded(ip: ipaddr.IPv6) {
  const [bytes, range] = [ip.toByteArray(), ip.range()];
  const last = bytes.slice(12);
  if (range === 'ipv4Mapped') return [v4(last)];
  // What a network gives out itself, in 64:ff9b:1::/48, only that network knows the way to.
  if (range === 'rfc6052') return ip.match(nat64) ? [v4(last)] : [];
  if (range === '6to4') return [v4(bytes.slice(2, 6))];
  // The server, and the client, whose bits are turned round.
  if (range === 'teredo') return [v4(bytes.slice(4, 8)), v4(last.map((byte) => byte ^ 0xff))];
  return null;
}
