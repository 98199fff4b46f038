/** A time somebody is away, and who stands in for them; null: nobody. `until` is the first moment they are back. */
export type Absence = { personId: string; deputyId: string | null; from: number; until: number };

const isOn = ({ from, until }: Absence, now: number) => from <= now && now < until;

/** The absence somebody is on now, if any. */
export const absenceOf = (personId: string, absences: readonly Absence[], now: number): Absence | undefined =>
  absences.find((absence) => absence.personId === personId && isOn(absence, now));

/**
 * Who acts for a person now: they themselves, or while they are away their deputy, or while that one is away too, the
 * deputy's. Null where that leads to nobody who is there: then things wait for the person. `canHold` says who may be
 * asked at all.
 */
export function standIn(
  personId: string,
  absences: readonly Absence[],
  canHold: (personId: string) => boolean,
  now: number,
): string | null {
  const asked = new Set<string>();
  for (let who: string | null = personId; who !== null && !asked.has(who);) {
    asked.add(who);
    if (who !== personId && !canHold(who)) return null;
    const absence = absenceOf(who, absences, now);
    if (!absence) return who;
    who = absence.deputyId;
  }
  return null;
}
