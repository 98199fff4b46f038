/** Who can be named at once, at the most. */
export const participantFields = ['person1', 'person2', 'person3', 'person4', 'person5', 'person6'] as const;
