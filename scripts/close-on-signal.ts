/** Closes once, on SIGTERM or SIGINT, and ends with 0 when all is closed. */
export function closeOnSignal(close: () => Promise<unknown>): void {
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      void close().then(() => process.exit(0));
    });
  }
}
