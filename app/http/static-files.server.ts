import { readdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { accepted } from './compress.server.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Answers a request with a file, where there is one; says whether it did. */
export type ServeFile = (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean>;

/** How a packed copy beside a file is called, the smallest first. */
const packedAs = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Serves the files that lie below a folder now, and no others; packed, where a packed copy lies beside it. */
export function staticFiles(folder: string): ServeFile {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const url = path.slice(folder.length).replaceAll('\\', '/');
    if (entry.isFile() && !url.startsWith('/.')) files.set(url, path);
  }

  return async function serve(req, res) {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const url = req.url?.split('?', 1)[0] ?? '';
    const file = files.get(url);
    if (!file) return false;
    const offered = packedAs.filter(([, ending]) => files.has(url + ending)).map(([encoding]) => encoding);
    const encoding = accepted(req.headers['accept-encoding'] ?? null, offered);
    const ending = packedAs.find(([name]) => name === encoding)?.[1] ?? '';
    const opened = await open(file + ending).catch(() => null);
    // Gone since the start, as after an update in place: the routes say that there is nothing.
    if (!opened) return false;
    if (offered.length > 0) res.setHeader('Vary', 'Accept-Encoding');
    if (encoding) res.setHeader('Content-Encoding', encoding);
    await send(req, res, opened, url);
    return true;
  };
}

/** Sends a file, and closes it whatever becomes of whoever asked. */
async function send(req: IncomingMessage, res: ServerResponse, file: FileHandle, url: string): Promise<void> {
  try {
    const { size } = await file.stat();
    res.writeHead(200, {
      'Content-Type': types[extname(url)] ?? 'application/octet-stream',
      'Content-Length': size,
      'Cache-Control': url.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    if (req.method === 'HEAD' || size === 0) res.end();
    else await pipeline(file.createReadStream({ end: size - 1, autoClose: false }), res);
  } catch (error) {
    // Whoever asked has gone, or the disk failed half way: the answer cannot be mended any more.
    if (!res.headersSent) throw error;
    res.destroy();
  } finally {
    await file.close();
  }
}
