// Numbers with their nouns, in English.

/** Made once: `toLocaleString` makes one at each call. */
const NUMBERS = new Intl.NumberFormat('en');
export const number = (n: number): string => NUMBERS.format(n);
export const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
export const notes = (n: number): string => count(n, 'note', 'notes');
export const lasts = (minutes: number): string => (minutes < 60 ? `about ${count(Math.max(1, minutes), 'minute', 'minutes')}` : `about ${count(Math.round(minutes / 60), 'hour', 'hours')}`);
export const repairs = (n: number): string => count(n, 'repair', 'repairs');
