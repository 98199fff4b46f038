/** What belongs in the report and has no facts to be counted from, and why. */
export const notMeasured: { name: string; why: string }[] = [
  {
    name: 'Recurring contributing factors',
    why: 'Postmortems tell what contributed in prose. Counting it would mean guessing at words.',
  },
  {
    name: 'Maturity answers (SAMM, DSOMM)',
    why: 'Nobody answers their questions here, so there is nothing to hold live figures against.',
  },
  {
    name: 'The phases of the launch',
    why: 'Which phase the program is in, from foundation to optimisation, is written down nowhere.',
  },
];

/** What is left out on purpose, since it hurts more than it helps. */
export const neverMeasured =
  'Bugs found, tickets closed and incidents of a person are not in here, and nothing is told by person: whoever is measured by them stops reporting. No figure says what caused it, and two that move together prove nothing.';
