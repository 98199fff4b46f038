/** Why a manager's link opens nothing. */
export type ClosedLink = 'unknown' | 'own' | 'not-yours' | 'used' | 'expired' | 'answered';
