import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

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

/** Serves the files that lie below a folder now, and no others. Answers whether it did. */
export function staticFiles(folder: string): ServeFile {
  const files = new Map<string, { path: string; size: number }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const url = path.slice(folder.length).replaceAll('\\', '/');
    if (entry.isFile() && !url.startsWith('/.')) files.set(url, { path, size: statSync(path).size });
  }

  return function serve(req, res) {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const url = req.url?.split('?', 1)[0] ?? '';
    const file = files.get(url);
    if (!file) return false;
    res.writeHead(200, {
      'Content-Type': types[extname(url)] ?? 'application/octet-stream',
      'Content-Length': file.size,
      'Cache-Control': url.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    if (req.method === 'HEAD') res.end();
    else createReadStream(file.path).pipe(res);
    return true;
  };
}
