/** Packs what the browser fetches once, when it is built: as small as it gets costs seconds, which no visitor waits for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

const WORTH_IT = 1024;

/** Writes `x.js.br` and `x.js.gz` beside every script and stylesheet of the browser's build. */
export const packAssets = (): Plugin => ({
  name: 'pack-assets',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
      if (!dir?.endsWith('client') || content.length < WORTH_IT || !/\.(js|css|svg)$/.test(name)) continue;
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
});
