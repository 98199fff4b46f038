/** Packs what the browser fetches once, when it is built: as small as it gets costs seconds, which no visitor waits for. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

const WORTH_IT = 1024;

/** Writes `x.js.br` and `x.js.gz` beside every script and stylesheet of the browser's build. */
export const packAssets = (folder = 'build/client/assets'): Plugin => ({
  name: 'pack-assets',
  apply: 'build',
  closeBundle() {
    if (!existsSync(folder)) return;
    const names = readdirSync(folder);
    for (const name of names.filter((one) => /\.(js|css)$/.test(one) && !names.includes(`${one}.br`))) {
      const content = readFileSync(join(folder, name));
      if (content.length < WORTH_IT) continue;
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
});
