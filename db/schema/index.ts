export * from './accounts.ts';
export * from './action-items.ts';
export * from './audiences.ts';
export * from './notices.ts';
export * from './postmortems.ts';
export * from './search.ts';
export * from './squads.ts';
