// Numbers with their nouns, in English.

export const number = (n: number): string => n.toLocaleString('en');
export const count = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
export const notes = (n: number): string => count(n, 'note', 'notes');
export const lasts = (minutes: number): string => (minutes < 60 ? `about ${count(Math.max(1, minutes), 'minute', 'minutes')}` : `about ${count(Math.round(minutes / 60), 'hour', 'hours')}`);
export const repairs = (n: number): string => count(n, 'repair', 'repairs');
