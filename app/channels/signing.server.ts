/** Signatures by which the receiver of a webhook knows that a post is ours, as Standard Webhooks has them. */
import { createHmac, randomBytes } from 'node:crypto';

/** A signing secret: 256 bits of chance. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers that sign a post; `at`: of this attempt, epoch ms. */
export function signatureOf(
  secret: string,
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
