let open = false;

/**
 * Opens the door of the demo, at which nobody is asked for a password, for as long as this process lives. `openHouse`
 * calls it where `npm run demo` asks for it in so many words; nothing in the environment can.
 */
export function openDemo(): void {
  open = true;
}

/** Whether this process shows the demo. */
export const isDemo = (): boolean => open;
