import { paths } from '#app/paths.ts';

import { type ChainStep, to } from './chain-step.ts';

/** How many action items are in which state. */
export type Items = Record<string, number>;

const items = (number: number) => (number === 1 ? '1 action item' : `${number} action items`);

/** The link of the chain that its action items make: done once each of them is verified; dropped ones do not count. */
export function actionsStep({
  id,
  items: states,
  may,
}: {
  id: string;
  items: Items;
  may: { edit: boolean };
}): ChainStep {
  const of = (state: string) => states[state] ?? 0;
  const all = Object.values(states).reduce((sum, number) => sum + number, 0) - of('dropped');
  const [verified, completed] = [of('verified'), of('verified') + of('done')];
  const step = { key: 'actions', name: 'Actions' } as const;
  if (all === 0)
    return {
      ...step,
      state: 'open',
      says: 'No action item came out of it so far.',
      links: may.edit ? [to('Add an action item', paths.postmortemActions(id))] : [],
      next: 'Write down what would have caught it earlier: those who work on it can.',
    };
  return {
    ...step,
    state: verified === all ? 'done' : 'under-way',
    says: `${items(all)}: ${completed} completed, ${verified} verified.`,
    links: [to('The action items', `${paths.postmortem(id)}#action-items`)],
    next:
      verified === all
        ? null
        : completed > verified
          ? 'Verify what was completed: anyone but its owner can.'
          : 'Finish what is open: its owners do, and somebody else verifies it.',
  };
}
