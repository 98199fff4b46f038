/** How far the clock of this device is behind the house's, in ms. */
let behind = 0;

/** Notes what the house's clock says, epoch ms. */
export const setClock = (now: number): void => {
  behind = now - Date.now();
};

/** The house's clock, as well as it is known: clocks in a room agree, whatever those of its devices say. */
export const houseNow = (): number => Date.now() + behind;
