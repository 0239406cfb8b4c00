// API: normalizePath
// Does: Cleans slashes, blanks and Unicode form. `parentPath` and `fileName` are helpers of the host page.

export function normalizePath(path: string): string {
	const clean = path
		.replace(/[\\/]+/g, '/')
		.replace(/^\/+|\/+$/g, '')
		.replace(/\u00a0|\u202f/g, ' ')
		.normalize('NFC');
	return clean === '' ? '/' : clean;
}

export function parentPath(path: string): string {
	const slash = path.lastIndexOf('/');
	return slash < 0 ? '' : path.slice(0, slash);
}

export function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
