/** What somebody looks for, from an address: tidied, and 100 characters at the most. */
export const searchedFor = (request: Request, name = 'q'): string =>
  (new URL(request.url).searchParams.get(name) ?? '').normalize('NFC').trim().slice(0, 100);
