/** Queries that would put people in an order by how they are recognised. */
const recognised = /\b(from|join)\s+"(grants|thanks|showings|nominations|nomination_votes)"/i;
const counted = /\b(count|sum|avg|max|min|total|rank|row_number|dense_rank)\s*\(|"points"|"target"/i;

/** The orders of a query, those inside it too. */
const ordersOf = (query: string): string[] =>
  [...query.matchAll(/\border by\b([\s\S]*?)(?=\blimit\b|\border by\b|$)/gi)].map(([, order]) => order!);

/** Whether a query reads what people are recognised by, and orders by how much of it there is. */
export const ranks = (query: string): boolean =>
  recognised.test(query) && ordersOf(query).some((order) => counted.test(order));
