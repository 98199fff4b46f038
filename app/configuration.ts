import { z } from 'zod';

const whole = (least: number, most: number, meaning: string) =>
  z.coerce
    .number({ error: `${meaning}: a whole number from ${least} to ${most}` })
    .int(`${meaning}: a whole number from ${least} to ${most}`)
    .min(least, `${meaning}: ${least} at the least`)
    .max(most, `${meaning}: ${most} at the most`);

const origin = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}, 'the address people use, without a path or a slash at the end, such as https://guildhall.example.com');

const mailServer = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
}, 'the mail server, such as smtp://mail.example.com:587 or smtps://USER:PASSWORD@mail.example.com');

const sender = z
  .string()
  .regex(
    /^([^<>@"\p{Cc}]+ )?(<[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>|(?<! )[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+)$/u,
    'from which address mail comes, such as guildhall@example.com or Guildhall <guildhall@example.com>',
  )
  .transform((text) => {
    const [, name = 'Guildhall', address] = /^(?:(.+?) )?<?([^\s<>]+)>?$/.exec(text)!;
    return { name: name.trim(), address: address! };
  });

const hostAndPort = /^(\[[\da-f:.]+\]|[^\s*:/@?#[\]]+)(?::([1-9]\d{0,4}))?$/i;
const hosts = z.string().transform((text, context) =>
  text.split(',').map((entry) => {
    const [, name = '', port] = hostAndPort.exec(entry.trim()) ?? [];
    const host = URL.parse(`https://${name}`)?.hostname;
    if (name === '' || !host || Number(port ?? 0) > 65_535) {
      context.addIssue(
        'hosts of chat servers inside your network, such as chat.internal or chat.internal:8065',
      );
      return z.NEVER;
    }
    return { host: host.replace(/\.$/, ''), port: port === undefined ? null : Number(port) };
  }),
);

const schema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: whole(1, 65_535, 'the port to listen on').default(3000),
    ORIGIN: origin.optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(file:|postgres(ql)?:\/\/)./, 'file:PATH for SQLite, or postgres://USER:PASSWORD@HOST/NAME')
      .default('file:./data/guildhall.db'),
    // Read where files are kept, db/files-folder.ts: scripts that know nothing of the rest need it, too.
    FILES_DIR: z.string().min(1).optional(),
    SESSION_DAYS: whole(1, 365, 'days a sign-in lasts without being used').default(14),
    PROXY_HOPS: whole(0, 5, 'how many proxies of yours stand in front').default(0),
    UPLOAD_MB: whole(1, 50, 'the largest upload in MB').default(5),
    SMTP_URL: mailServer.optional(),
    MAIL_FROM: sender.optional(),
    CHANNEL_HOSTS: hosts.default([]),
    LOG: z.enum(['on', 'off'], { error: 'on or off' }).default('on'),
  })
  .refine(({ HOST, ORIGIN }) => ORIGIN !== undefined || !/^(0\.0\.0\.0|::|\[::\])$/.test(HOST), {
    path: ['ORIGIN'],
    message:
      'with a HOST that stands for every address, say which one people use, such as https://guildhall.example.com',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'with SMTP_URL, say from which address mail comes, such as guildhall@example.com',
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.PORT,
    origin: env.ORIGIN ?? `http://${env.HOST}:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    sessionDays: env.SESSION_DAYS,
    proxyHops: env.PROXY_HOPS,
    uploadBytes: env.UPLOAD_MB * 1024 * 1024,
    /** null: no mail is sent */
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    /** where channels may be although it is not on the public internet; port null: any */
    channelHosts: env.CHANNEL_HOSTS,
    log: env.LOG === 'on',
  }));

export type Configuration = z.output<typeof schema>;

/** Reads the environment; an empty variable counts as absent. Refuses with one message that names every fault. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationFault(
    `Guildhall cannot start with this configuration:\n${faults.join('\n')}\n.env.example explains each variable.`,
  );
}

/** What to do where GUILD_CHANNEL_URL is still set, which earlier versions posted to; null where it is not. */
export const channelLeftOver = (env: Record<string, string | undefined>): string | null =>
  env.GUILD_CHANNEL_URL
    ? 'GUILD_CHANNEL_URL is not read any more, and nothing is posted there: sign in as an administrator, make a channel with that address (Settings, Channels), and take the variable away.'
    : null;

export class ConfigurationFault extends Error {
  override name = 'ConfigurationFault';
}
