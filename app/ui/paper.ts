/** The sizes of paper a page is laid out for; `look` names a class of app.css, with a page of its size. */
export const papers = [
  { key: 'a4', name: 'A4', look: 'paper-a4' },
  { key: 'letter', name: 'US Letter', look: 'paper-letter' },
] as const;
