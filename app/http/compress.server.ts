import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Fast ones first: a page is packed while somebody waits for it. */
const ways = {
  zstd: (body: Bytes) => zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (body: Bytes) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Bytes) => gzipSync(body, { level: 5 }),
};

export type Encoding = keyof typeof ways;

/** Which of the ways to pack an answer somebody takes (`Accept-Encoding`), the best one for us; null for none. */
export function accepted(
  header: string | null,
  offered: readonly Encoding[] = ['zstd', 'br', 'gzip'],
): Encoding | null {
  const taken = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';', 1)[0]!.trim()),
  );
  return offered.find((encoding) => taken.has(encoding)) ?? null;
}

/** Below this a packed answer is hardly smaller. */
const WORTH_IT = 1024;

/** Whether packing makes an answer smaller: text of some length that is not packed already. */
export const isWorthPacking = (headers: Headers, length: number): boolean =>
  length >= WORTH_IT &&
  !headers.has('Content-Encoding') &&
  /^(text\/|application\/(json|xml)|image\/svg)/.test(headers.get('Content-Type') ?? '');

export const pack = (body: Bytes, encoding: Encoding): Bytes => ways[encoding](body);
