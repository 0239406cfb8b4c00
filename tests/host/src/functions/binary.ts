// API: arrayBufferToBase64, base64ToArrayBuffer, arrayBufferToHex, hexToArrayBuffer
// Does: Turns bytes into text and back.

export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	let text = '';
	for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
	return btoa(text);
}

export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes.buffer;
}

export function arrayBufferToHex(buffer: ArrayBuffer): string {
	return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function hexToArrayBuffer(hex: string): ArrayBuffer {
	const bytes = new Uint8Array(hex.length / 2);
	for (let index = 0; index < bytes.length; index++) bytes[index] = parseInt(hex.slice(index * 2, index * 2 + 2), 16);
	return bytes.buffer;
}
