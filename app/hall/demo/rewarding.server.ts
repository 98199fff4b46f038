/** What people of the demo asked for on the strength of what they were given. */
import { askedBy, askFor } from '#app/recognition/asking.server.ts';
import { takeRewardStep } from '#app/recognition/fulfilling.server.ts';
import { nameOf } from '#app/recognition/reward.ts';
import { rewardNamed } from '#app/recognition/rewards.server.ts';
import { newId } from '#db/ids.ts';

import type { Founded } from './found.server.ts';
import { on } from './on.server.ts';
import type { Recognition } from './recognition.ts';
import type { Happening } from './showing.server.ts';
import { went } from './went.ts';

/** A reward that somebody asks for, and what becomes of it. */
export function wish(told: Recognition['requests'][number], company: Founded): Happening[] {
  const { by, at, size, address, steps } = told;
  const id = newId();
  const person = company.person(by);
  return [
    on(company, at, async (when) => {
      const reward = rewardNamed(told.reward)!;
      const free = (await askedBy(person.id, when)).entitling(reward);
      const grant = free.find(({ gives, what }) => gives === told.for.kind && what === told.for.what);
      if (!grant) throw new Error(`content/demo: ${by} was not given “${told.for.what}”.`);
      const draft = { id, grant: nameOf(grant), size, address };
      went(await askFor(person, reward, draft, when), `${told.reward} for ${by}`);
    }),
    ...steps.map((step) =>
      on(company, step.at, async (when) =>
        went(
          await takeRewardStep(company.person(step.by), id, step.step, { now: when }),
          `${told.reward} ${step.step}`,
        ),
      ),
    ),
  ];
}
