/**
 * Kendall's test over several sequences: how far the pairs that stand in order are from the half that chance gives, in
 * standard deviations. Of n things in an order of chance n(n-1)/4 pairs do, with a variance of n(n-1)(2n+5)/72.
 */
export function kendall(sequences: readonly (readonly (number | string)[])[]): number {
  let [surplus, variance] = [0, 0];
  for (const sequence of sequences) {
    const n = sequence.length;
    variance += (n * (n - 1) * (2 * n + 5)) / 72;
    surplus -= (n * (n - 1)) / 4;
    for (let at = 0; at < n; at += 1)
      for (let later = at + 1; later < n; later += 1) if (sequence[at]! < sequence[later]!) surplus += 1;
  }
  return variance === 0 ? 0 : surplus / Math.sqrt(variance);
}
