// API: request, requestUrl
// Does: Throws. The host page has no network, so a plugin that asks for it fails loudly.

export function requestUrl(): never {
	throw new Error('The host page has no network.');
}
