/** What a browser has to fetch, in bytes of bodies as they are sent, and as a proxy that compresses would send them. */
import { gzipSync } from 'node:zlib';
import { get } from 'node:http';

import type { Target } from './measure.ts';

export type Weight = { sent: number; gzipped: number };

/** As sent to somebody who would take it compressed. */
const fetched = ({ child, cookie }: Target, path: string) =>
  new Promise<{ body: Buffer; encoded: boolean }>((resolve, reject) => {
    const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip, br, zstd' };
    get(child.origin + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${path} was answered ${response.statusCode}.`));
        resolve({ body: Buffer.concat(chunks), encoded: Boolean(response.headers['content-encoding']) });
      });
    }).on('error', reject);
  });

const weigh = ({ body, encoded }: { body: Buffer; encoded: boolean }): Weight => ({
  sent: body.length,
  gzipped: encoded ? body.length : gzipSync(body, { level: 6 }).length,
});

/** A page that is opened first, with every script and style it names. */
export async function firstLoad(target: Target, path: string): Promise<Weight & { files: number }> {
  const page = await fetched(target, path);
  const html = page.encoded
    ? await (await fetch(target.child.origin + path, { headers: { Cookie: target.cookie } })).text()
    : page.body.toString();
  // What a tag or an import names; the list of all routes that stands beside them is not fetched.
  const named = html.matchAll(/(?:href="|src="|import "|from ")(\/assets\/[\w.-]+\.(?:js|css))"/g);
  const files = new Set([...named].map(([, file]) => file!));
  const weights = [weigh(page)];
  for (const file of files) weights.push(weigh(await fetched(target, file)));
  const sum = (key: keyof Weight) => weights.reduce((total, weight) => total + weight[key], 0);
  return { sent: sum('sent'), gzipped: sum('gzipped'), files: weights.length };
}

/** The data of a page that is opened from another one. */
export const navigation = async (target: Target, path: string): Promise<Weight> => {
  const [pathname, query = ''] = path.split('?');
  return weigh(await fetched(target, `${pathname}.data?${query}`));
};
