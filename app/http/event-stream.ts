/** How server-sent events are written, in UTF-8 (HTML Standard, 9.2). */
const bytes = new TextEncoder();

export type Frame = Uint8Array<ArrayBuffer>;

/** An event; its data is JSON, which holds no line break. */
export const frame = (event: string, data: unknown, id: string): Frame =>
  bytes.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** Nothing, so that headers leave, and so that whoever stands between does not take the line for dead. */
export const comment: Frame = bytes.encode(':\n\n');

/** How long a browser waits before it comes back, in ms. */
export const retry = (ms: number): Frame => bytes.encode(`retry: ${ms}\n\n`);
