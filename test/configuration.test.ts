import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { channelLeftOver, ConfigurationFault, readConfiguration } from '#app/configuration.ts';

const faultIn = (env: Record<string, string>): string => {
  try {
    readConfiguration(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationFault);
    return (error as Error).message;
  }
  throw new Error('It was not refused.');
};

describe('without any', () => {
  it('is a house on this machine, with a file for its database', () => {
    expect(readConfiguration({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      databaseUrl: 'file:./data/guildhall.db',
      sessionDays: 14,
      proxyHops: 0,
      uploadBytes: 5 * 1024 * 1024,
      mail: null,
      channelHosts: [],
      log: true,
    });
  });

  it('takes an empty variable for an absent one', () => {
    const empty = {
      HOST: '',
      PORT: '',
      ORIGIN: '',
      DATABASE_URL: '',
      SESSION_DAYS: '',
      PROXY_HOPS: '',
      UPLOAD_MB: '',
      SMTP_URL: '',
      MAIL_FROM: '',
      CHANNEL_HOSTS: '',
      LOG: '',
    };
    expect(readConfiguration(empty)).toEqual(readConfiguration({}));
  });
});

it('follows what it is told', () => {
  const told = {
    HOST: '0.0.0.0',
    PORT: '8080',
    ORIGIN: 'https://guild.example.com',
    DATABASE_URL: 'postgres://ada:secret@db/guild',
    SESSION_DAYS: '30',
    PROXY_HOPS: '1',
    UPLOAD_MB: '20',
    SMTP_URL: 'smtps://ada:s%40cret@mail.example.com',
    MAIL_FROM: 'Our guild <guild@example.com>',
    CHANNEL_HOSTS: 'Chat.internal, 10.0.0.5:8065,[fd00::5]:80',
    LOG: 'off',
    SOMETHING_ELSE: 'is none of our business',
  };
  expect(readConfiguration(told)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    origin: 'https://guild.example.com',
    databaseUrl: 'postgres://ada:secret@db/guild',
    sessionDays: 30,
    proxyHops: 1,
    uploadBytes: 20 * 1024 * 1024,
    mail: {
      url: 'smtps://ada:s%40cret@mail.example.com',
      from: { name: 'Our guild', address: 'guild@example.com' },
    },
    channelHosts: [
      { host: 'chat.internal', port: null },
      { host: '10.0.0.5', port: 8065 },
      { host: '[fd00::5]', port: 80 },
    ],
    log: false,
  });
});

it('names every fault in one message', () => {
  const wrong = {
    PORT: 'eighty',
    ORIGIN: 'https://guild.example.com/',
    DATABASE_URL: 'mysql://db',
    SESSION_DAYS: '0',
    PROXY_HOPS: '1.5',
    UPLOAD_MB: '1000',
    SMTP_URL: 'mail.example.com:25',
    MAIL_FROM: 'nobody',
    CHANNEL_HOSTS: 'http://chat.example.com',
  };
  const message = faultIn(wrong);
  for (const name of Object.keys(wrong)) expect(message).toContain(`\n  ${name}: `);
  expect(message).toContain('.env.example');
});

it('keeps passwords in addresses to itself', () => {
  expect(faultIn({ DATABASE_URL: 'postgress://ada:hunter2@db/guild' })).not.toContain('hunter2');
  expect(faultIn({ SMTP_URL: 'http://ada:hunter2@mail' })).not.toContain('hunter2');
});

it.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000x'],
  ['PORT', '-1'],
  ['PORT', 'NaN'],
  ['ORIGIN', 'guild.example.com'],
  ['ORIGIN', 'ftp://guild.example.com'],
  ['ORIGIN', 'https://guild.example.com/path'],
  ['ORIGIN', 'https://ada@guild.example.com'],
  ['ORIGIN', 'HTTPS://guild.example.com'],
  ['ORIGIN', 'https://guild.example.com:443'],
  ['DATABASE_URL', 'guildhall.db'],
  ['DATABASE_URL', 'file:'],
  ['SESSION_DAYS', '366'],
  ['SESSION_DAYS', '1e999'],
  ['PROXY_HOPS', '6'],
  ['UPLOAD_MB', '0'],
  ['SMTP_URL', 'mail.example.com'],
  ['SMTP_URL', 'http://mail.example.com'],
  ['SMTP_URL', 'smtp:mail.example.com'],
  ['MAIL_FROM', 'Guildhall'],
  ['MAIL_FROM', 'Guildhall guild@example.com'],
  ['MAIL_FROM', 'guild@example.com\nBcc: eve@evil.example'],
  ['CHANNEL_HOSTS', 'https://chat.example.com'],
  ['CHANNEL_HOSTS', 'chat.example.com/hooks'],
  ['CHANNEL_HOSTS', 'ada@chat.example.com'],
  ['CHANNEL_HOSTS', 'chat.example.com:0'],
  ['CHANNEL_HOSTS', 'chat.example.com:65536'],
  ['CHANNEL_HOSTS', 'chat.example.com,,10.0.0.5'],
  ['CHANNEL_HOSTS', '10.0.0.0/8'],
  ['CHANNEL_HOSTS', '*.example.com'],
])('refuses %s=%s', (name, value) => {
  expect(faultIn({ [name]: value })).toContain(`${name}: `);
});

it('says what to do where the channel of an earlier version is still set, and keeps its address to itself', () => {
  expect(channelLeftOver({})).toBeNull();
  expect(channelLeftOver({ GUILD_CHANNEL_URL: '' })).toBeNull();
  const said = channelLeftOver({ GUILD_CHANNEL_URL: 'https://chat.example.com/hunter2' });
  expect(said).toContain('GUILD_CHANNEL_URL');
  expect(said).not.toContain('hunter2');
});

it('.env.example names the same variables, with what holds without them', () => {
  const lines = readFileSync('.env.example', 'utf8').match(/^#?[A-Z_]+=.*$/gm)!;
  const example = Object.fromEntries(
    lines.map((line) => line.replace(/^#/, '').split('=', 2) as [string, string]),
  );
  const read = readFileSync('app/configuration.ts', 'utf8').match(/^ {4}([A-Z_]+): /gm)!;
  expect(Object.keys(example).sort()).toEqual(read.map((line) => line.trim().slice(0, -1)).sort());
  const { ORIGIN: _, SMTP_URL: __, MAIL_FROM: ___, CHANNEL_HOSTS: ____, ...rest } = example;
  expect(readConfiguration(rest)).toEqual(readConfiguration({}));
});

it('wants to know its address when it listens on every one', () => {
  expect(() => readConfiguration({ HOST: '0.0.0.0' })).toThrow(
    /ORIGIN: with a HOST that stands for every address/,
  );
  expect(readConfiguration({ HOST: '0.0.0.0', ORIGIN: 'http://10.0.0.5:3000' }).origin).toBe(
    'http://10.0.0.5:3000',
  );
});

it('wants to know from whom mail comes when it sends some', () => {
  const SMTP_URL = 'smtp://localhost';
  expect(() => readConfiguration({ SMTP_URL })).toThrow(/MAIL_FROM: with SMTP_URL/);
  expect(readConfiguration({ SMTP_URL, MAIL_FROM: 'guild@example.com' }).mail).toEqual({
    url: SMTP_URL,
    from: { name: 'Guildhall', address: 'guild@example.com' },
  });
  expect(readConfiguration({ MAIL_FROM: 'guild@example.com' }).mail).toBeNull();
});
