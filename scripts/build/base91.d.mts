export function base91(bytes: Uint8Array): string;
