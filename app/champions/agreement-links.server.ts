import { and, eq, gt, isNull } from 'drizzle-orm';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { agreementLinks, enrolments } from '#db/schema/champions.ts';

import type { ClosedLink } from './closed-links.ts';
import { takeStep } from './enrolments.server.ts';
import { visibleEnrolment } from './visible.server.ts';

/** How long a link stands, in days. */
export const LINK_DAYS = 14;
const DAY = 86_400_000;

/**
 * Makes the link by which a manager finds the way to an application. Returns its token, which is shown once; an earlier
 * link ends. Refuses where there is nothing to agree any more.
 */
export async function makeAgreementLink(
  enrolmentId: string,
  now: number,
): Promise<{ token: string } | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [enrolment] = await tx
      .select({ state: enrolments.state })
      .from(enrolments)
      .where(eq(enrolments.id, enrolmentId));
    if (enrolment?.state !== 'applied') return { refused: 'not-now' };
    await tx
      .update(agreementLinks)
      .set({ expiresAt: now })
      .where(
        and(
          eq(agreementLinks.enrolmentId, enrolmentId),
          isNull(agreementLinks.usedAt),
          gt(agreementLinks.expiresAt, now),
        ),
      );
    const token = newToken();
    await tx
      .insert(agreementLinks)
      .values({ id: sha256(token), enrolmentId, madeAt: now, expiresAt: now + LINK_DAYS * DAY });
    return { token };
  });
}

/**
 * What a link opens for whoever is signed in, or why it opens nothing. It is a way to the application and no right of
 * its own: only the managers who are asked come in by it, and nobody else learns whose it is.
 */
export async function openAgreementLink(viewer: Viewer, token: string, now: number) {
  const [link] = await db.read
    .select()
    .from(agreementLinks)
    .where(eq(agreementLinks.id, sha256(token)));
  if (!link) return { closed: 'unknown' as const, id: null };
  const found = await visibleEnrolment(viewer, link.enrolmentId);
  const closed = (why: ClosedLink) => ({ closed: why, id: found === null ? null : link.enrolmentId });
  if (found?.part === 'person') return closed('own');
  if (found?.part !== 'manager') return closed('not-yours');
  if (link.usedAt !== null) return closed('used');
  if (found.enrolment.state !== 'applied') return closed('answered');
  if (link.expiresAt <= now) return closed('expired');
  return { ...found, part: found.part };
}

type Answer = { step: 'agreed' | 'declined'; hoursPerMonth?: number; note: string };

/** Answers an application by its link, which is then used. Refuses as the step itself does. */
export const answerByLink = (
  token: string,
  { id, byId }: { id: string; byId: string },
  { step, ...answer }: Answer,
  now: number,
) =>
  db.write(async (tx) => {
    const taken = await takeStep(id, step, { by: { id: byId, part: 'manager' }, ...answer, now });
    if (!('refused' in taken))
      await tx
        .update(agreementLinks)
        .set({ usedAt: now })
        .where(eq(agreementLinks.id, sha256(token)));
    return taken;
  });
