// Numbers with their nouns, in German.

/** Made once: `toLocaleString` makes one at each call. */
const NUMBERS = new Intl.NumberFormat('de');
export const number = (n: number): string => NUMBERS.format(n);
export const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
export const notes = (n: number): string => count(n, 'Notiz', 'Notizen');
export const lasts = (minutes: number): string => (minutes < 60 ? `etwa ${count(Math.max(1, minutes), 'Minute', 'Minuten')}` : `etwa ${count(Math.round(minutes / 60), 'Stunde', 'Stunden')}`);
export const repairs = (n: number): string => count(n, 'Korrektur', 'Korrekturen');
