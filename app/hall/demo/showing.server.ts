/** What people of the demo showed, and what their assessors and colleagues said of it. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { answerAttestation } from '#app/belts/attestation-answer.server.ts';
import { attestationsOf } from '#app/belts/attestations.server.ts';
import { nameColleague } from '#app/belts/attesters.server.ts';
import { takeEvidenceStep } from '#app/belts/evidence-steps.server.ts';
import { begin, saveEvidence } from '#app/belts/evidence.server.ts';

import type { Founded } from './found.server.ts';
import type { Learning } from './learning.ts';
import { went } from './went.ts';

const DAY = 86_400_000;

export type Happening = { at: number; happen(): Promise<void> };

/** Evidence from its first words to what its assessors said, each at its time. */
export function shown(told: Learning['evidence'][number], company: Founded): Happening[] {
  const { requirement, text, links, attests, approvals, returned } = told;
  const person = company.person(told.person);
  const submitted = company.at(told.at);
  let id = '';
  const step = async (
    taken: 'submitted' | 'approved' | 'returned',
    by: Viewer,
    note: string | null,
    now: number,
  ) => {
    const outcome = await takeEvidenceStep(by, id, taken, {
      ...(note && { note }),
      round: round(taken),
      now,
    });
    went(outcome ?? { refused: 'not theirs' }, `${taken} of ${told.person}’s evidence for ${requirement}`);
  };
  const round = (taken: string) => (taken === 'submitted' ? undefined : 1);
  return [
    {
      at: submitted,
      async happen() {
        ({ id } = went(await begin(person, { requirement, kind: 'evidence' }, submitted - DAY), requirement));
        const words = { kind: 'evidence' as const, text, links, until: null };
        went(await saveEvidence(person, id, 1, words), `what ${told.person} shows`);
        for (const name of attests)
          went(
            await nameColleague({ id, personId: person.id }, company.person(name).email, submitted),
            `${name}, who was there`,
          );
        if (!told.draft) await step('submitted', person, null, submitted);
      },
    },
    ...attests.map((name, nth) => {
      const at = submitted + (nth + 1) * DAY;
      return { at, happen: () => attest('evidence', id, company.person(name), at) };
    }),
    ...approvals.map(({ by, at, note }) => ({
      at: company.at(at),
      happen: () => step('approved', company.person(by), note, company.at(at)),
    })),
    ...(returned
      ? [
          {
            at: company.at(returned.at),
            happen: () =>
              step('returned', company.person(returned.by), returned.note, company.at(returned.at)),
          },
        ]
      : []),
  ];
}

/** Somebody who was there says so. */
export async function attest(
  subject: 'evidence' | 'activity',
  subjectId: string,
  by: Viewer,
  now: number,
): Promise<void> {
  const asked = (await attestationsOf(subject, subjectId)).find(({ person }) => person.id === by.id);
  const outcome = asked && (await answerAttestation(by, asked.id, 'confirmed', now));
  went(outcome ?? { refused: 'not asked' }, `${by.name}’s word`);
}
