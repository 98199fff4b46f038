import { createContext } from 'react';

/** The nonce of the answer being rendered; undefined in the browser, which needs none. */
export const Nonce = createContext<string | undefined>(undefined);
