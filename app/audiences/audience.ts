/** Who sees a thing and all that hangs from it. Named people always see it; squads only under the scope "squads". */
export type Audience = { scope: 'everyone' | 'squads' | 'people'; people: string[]; squads: string[] };
