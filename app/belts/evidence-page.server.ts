/** What the page of one piece of evidence shows to its applicant and to those who assess it. */
import { may } from '#app/accounts/permissions.ts';
import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { render } from '#app/ui/markdown.server.ts';
import { day } from '#app/ui/time.ts';

import { attestationsOf } from './attestations.server.ts';
import { isOngoing, isOpen, notApprovable, notReady, type Part } from './evidence.ts';
import { filesOf } from './evidence-files.server.ts';
import { evidenceHistory } from './evidence-history.server.ts';
import { askedFor } from './evidence-requirement.server.ts';
import { circumstances } from './evidence-steps.server.ts';
import { approvedInReturn } from './reciprocal.server.ts';
import type { EvidenceRow } from './visible-evidence.server.ts';

export async function evidencePage(row: EvidenceRow, part: Part, viewer: Viewer, now: number) {
  const { id, requirement: requirementId, kind, state, text, links, until, round, submittedAt } = row;
  const [names, around, named, history, files] = await Promise.all([
    namesOf([row.personId]),
    circumstances(row, now),
    attestationsOf('evidence', id),
    evidenceHistory(id),
    filesOf(viewer, id, now),
  ]);
  const asked = askedFor(requirementId);
  const approvals = history.filter(({ step, round: of }) => step === 'approved' && of === round);
  const isFlagged = part === 'assessor' && may(viewer, 'arrange-belts');
  return {
    id,
    part,
    person: names.get(row.personId) ?? '',
    kind,
    state,
    round,
    asked: asked && { words: asked.requirement.words, help: asked.requirement.help, belt: asked.belt.name },
    title: asked?.requirement.words ?? requirementId,
    html: render(text),
    links: links.map((href) => ({ href, host: new URL(href).host, rest: restOf(href) })),
    files,
    until: until === null ? null : day(until),
    needed: around.needed,
    confirmed: around.confirmed,
    approvals: approvals.map(({ by }) => by),
    mine: approvals.some(({ byId }) => byId === viewer.id),
    mayChange: part === 'applicant' && isOpen(state),
    mayWithdraw: part === 'applicant' && isOngoing(state),
    notReady: notReady(around),
    notApprovable: notApprovable(around),
    colleagues: named.map(({ id: attestationId, person, askedAt, answer, answeredAt }) => ({
      id: attestationId,
      name: person.name,
      standing: answer ?? (askedAt === null ? ('named' as const) : ('asked' as const)),
      /** what they confirmed may have been put in other words since */
      isOfBefore: answeredAt !== null && submittedAt !== null && answeredAt < submittedAt,
    })),
    history: history.map(({ id: stepId, step, by, byId, at, note }) => ({
      id: stepId,
      step,
      by,
      at,
      html: note && render(note),
      isApplicant: byId === row.personId,
    })),
    bothWays: isFlagged
      ? await approvedInReturn(
          row,
          history.filter(({ step }) => step === 'approved'),
        )
      : [],
  };
}

export type EvidencePage = Awaited<ReturnType<typeof evidencePage>>;

/** What of an address comes after its host, if it is more than that, cut to a length that can be read. */
function restOf(href: string): string {
  const { pathname, search, hash } = new URL(href);
  const rest = `${pathname}${search}${hash}`;
  if (rest === '/') return '';
  return rest.length > 80 ? `${rest.slice(0, 80)}…` : rest;
}
