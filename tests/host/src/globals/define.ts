// Adds members to prototypes and global objects without making them enumerable.

export function define(target: object, methods: object): void {
	for (const [name, value] of Object.entries(methods)) {
		Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
	}
}

export function defineGetter(target: object, name: string, get: (this: Node) => unknown): void {
	Object.defineProperty(target, name, { get, configurable: true, enumerable: false });
}
