import { describe, expect, it } from 'vitest';

import { isPublic, maskedHost, readAddress } from '#app/channels/address.ts';

const outcome = (text: string, allowed: Parameters<typeof readAddress>[1] = []) => {
  const read = readAddress(text, allowed);
  return 'refused' in read ? read.refused : read.url.href;
};

describe('an IP address', () => {
  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1'],
    ...['127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1'],
    ...['192.88.99.1', '192.168.0.1', '198.18.0.1', '198.51.100.7', '203.0.113.1', '224.0.0.1'],
    ...['239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false);
    // Nor by any name that IPv6 has for it.
    expect(isPublic(`::ffff:${address}`)).toBe(false);
    expect(isPublic(`64:ff9b::${address}`)).toBe(false);
    expect(isPublic(`::ffff:0:${address}`)).toBe(false);
    expect(isPublic(`::${address}`)).toBe(false);
    expect(isPublic(`2002:${inHex(address)}::1`)).toBe(false);
    expect(isPublic(`2001:0:${inHex(address)}:8000:63bf:${inHex('247.247.247.247')}`)).toBe(false);
    expect(isPublic(`2001:0:${inHex('8.8.8.8')}:8000:63bf:${inHex(turned(address))}`)).toBe(false);
  });

  it.each([
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', '2606:4700::1111%eth0', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
    ...['ff02::1', '100::1', '2001:2::1', '2001:10::1', '2001:db8::1', '3fff::1', '5f00::1', '4000::1'],
    ...['64:ff9b:1::a00:1', '64:ff9b:1::8.8.8.8', 'no address', '', '10.0.0.1.example'],
  ])('“%s” is not public', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each([
    ...['1.1.1.1', '8.8.8.8', '93.184.216.34', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1'],
    ...['2606:4700::1111', '2a00:1450:4001::1', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'],
    `2001:0:${inHex('8.8.8.8')}:8000:63bf:${inHex(turned('1.1.1.1'))}`,
  ])('%s is', (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ...['https://127.0.0.1/x', 'https://0x7f.1/x', 'https://2130706433/x', 'https://017700000001/x'],
    ...[
      'https://127.1/x',
      'https://127.0.0.1./x',
      'https://１２７.0.0.1/x',
      'https://0/x',
      'https://[::1]/x',
    ],
    ...['https://[::ffff:10.0.0.1]/x', 'https://169.254.169.254/latest/meta-data', 'https://10.1.2.3:8443/x'],
    ...['https://[fc00::1]/x', 'https://[64:ff9b::a00:1]/x', 'https://203.0.113.9/x'],
  ])('%s leads inside, however it is written', (text) => {
    expect(outcome(text)).toBe('not-public');
  });

  it.each([
    ['http://chat.example.com/hooks/x', 'not-https'],
    ['ftp://chat.example.com/x', 'no-address'],
    ['file:///etc/passwd', 'no-address'],
    ['javascript:alert(1)', 'no-address'],
    ['chat.example.com/hooks/x', 'no-address'],
    ['', 'no-address'],
    ['https://', 'no-address'],
    ['https://./x', 'no-address'],
    ['https://chat.example.com../x', 'no-address'],
    ['https://[fe80::1%25eth0]/x', 'no-address'],
    ['https://1.2.3.4.5/x', 'no-address'],
    ['https://ada:hunter2@chat.example.com/x', 'with-password'],
    ['https://ada@chat.example.com/x', 'with-password'],
  ])('%s is refused: %s', (text, refused) => {
    expect(outcome(text)).toBe(refused);
  });

  it.each([
    ['https://hooks.slack.com/services/T/B/x', 'https://hooks.slack.com/services/T/B/x'],
    ['  https://hooks.slack.com/services/x  ', 'https://hooks.slack.com/services/x'],
    ['https://hooks.slack.com./x#part', 'https://hooks.slack.com/x'],
    ['https://bücher.example/x?k=1', 'https://xn--bcher-kva.example/x?k=1'],
    ['https://8.8.8.8/x', 'https://8.8.8.8/x'],
    ['https://[2606:4700::1111]:8443/x', 'https://[2606:4700::1111]:8443/x'],
  ])('%s may be', (text, href) => {
    expect(outcome(text)).toBe(href);
  });

  it('may be anywhere, and without TLS, at a host that whoever runs the machine allows', () => {
    const allowed = [
      { host: 'chat.internal', port: null },
      { host: '10.0.0.5', port: 8065 },
      { host: '[fd00::5]', port: null },
    ];
    for (const text of [
      'http://chat.internal/x',
      'https://chat.internal:8443/x',
      'http://CHAT.internal./x',
      'http://10.0.0.5:8065/x',
      'http://[fd00::5]/x',
    ])
      expect(readAddress(text, allowed)).toMatchObject({ isAllowed: true });
    expect(outcome('http://10.0.0.5/x', allowed)).toBe('not-https');
    expect(outcome('https://10.0.0.5/x', allowed)).toBe('not-public');
    expect(outcome('https://10.0.0.6:8065/x', allowed)).toBe('not-public');
    expect(outcome('http://chat.internal.example.com/x', allowed)).toBe('not-https');
    expect(outcome('http://ada:hunter2@chat.internal/x', allowed)).toBe('with-password');
  });

  it.each([
    ['https://hooks.slack.com/services/T0/B0/hunter2', '….slack.com'],
    ['https://hunter2.m.pipedream.net/', '….pipedream.net'],
    ['https://chat.example/hooks/hunter2?hunter2', 'chat.example'],
    ['https://8.8.8.8/hunter2', '8.8.8.8'],
    ['https://[2606:4700::1111]:8443/hunter2', '[2606:4700::1111]'],
  ])('%s is shown as %s', (url, shown) => {
    expect(maskedHost(url)).toBe(shown);
  });
});

function bytes(address: string): number[] {
  return address.split('.').map(Number);
}
function inHex(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes(address);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
function turned(address: string): string {
  return bytes(address)
    .map((byte) => byte ^ 0xff)
    .join('.');
}
