import { FEWEST } from '#app/accounts/fewest.ts';
import type { Few, Unit } from './measure.ts';

type Figured = { value: number | null; n: number | null; of: number | null; few: Few } | null;

const number = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits });
const named = (value: number, digits: number, one: string) =>
  `${number(value, digits)} ${Number(value.toFixed(digits)) === 1 ? one : `${one}s`}`;

/** A value with its unit: "84 %", "3.5 days". A share is cut off, so that 100 % are all of them. */
export function valueWords(value: number, unit: Unit): string {
  if (unit === 'share') return `${Math.floor(value * 100 + 1e-9)} %`;
  if (unit === 'days') return named(value, value < 10 ? 1 : 0, 'day');
  if (unit === 'hours') return named(value, 0, 'hour');
  return number(value);
}

/** Why a figure is left out. */
export const fewWords: Record<Exclude<Few, false>, string> = {
  people: 'fewer than five people',
  part: 'left out for fewer than five people',
};

/** A figure in words, whatever there is to say of it. */
export const figureWords = (figure: Figured, unit: Unit): string => {
  if (figure === null) return 'not counted';
  if (figure.few) return fewWords[figure.few];
  if (figure.value === null) return figure.n ? 'not known yet' : 'nothing to measure';
  return valueWords(figure.value, unit);
};

/** The same where there is little room, as in a table of many months. */
export const figureShort = (figure: Figured, unit: Unit): string => {
  if (figure === null) return '·';
  if (figure.few) return figure.few === 'part' ? '…' : `< ${FEWEST}`;
  if (figure.value === null) return '–';
  return unit === 'share' || unit === 'count'
    ? valueWords(figure.value, unit)
    : number(figure.value, figure.value < 10 ? 1 : 0);
};

/** What it was measured over: "84 of 100"; empty where that says nothing. */
export const overWords = (figure: Figured): string =>
  figure === null || figure.n === null || figure.of === null
    ? ''
    : `${number(figure.n)} of ${number(figure.of)}`;
