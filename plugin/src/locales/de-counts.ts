// Numbers with their nouns, in German.

export const number = (n: number): string => n.toLocaleString('de');
export const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
export const notes = (n: number): string => count(n, 'Notiz', 'Notizen');
export const lasts = (minutes: number): string => (minutes < 60 ? `etwa ${count(Math.max(1, minutes), 'Minute', 'Minuten')}` : `etwa ${count(Math.round(minutes / 60), 'Stunde', 'Stunden')}`);
export const repairs = (n: number): string => count(n, 'Korrektur', 'Korrekturen');
