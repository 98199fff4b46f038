import { newId } from '#db/ids.ts';

/** An id for what a form is about to make. */
export const newFormId = newId;
