import { z } from 'zod';

import { optionalLine } from '#app/http/fields.ts';

/** What is sent about a recording; `seen` is the address that stood there. */
export const recordingSchema = z.object({ recording: optionalLine(2000), seen: optionalLine(2000) });
