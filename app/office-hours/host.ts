/** Who may host office hours: organisers, and active champions. Nobody who has left. */
export const mayHost = (person: {
  roles: readonly string[];
  isChampion: boolean;
  hasLeft?: boolean;
}): boolean => !person.hasLeft && (person.isChampion || person.roles.includes('organiser'));
