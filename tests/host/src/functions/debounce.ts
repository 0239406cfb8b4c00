// API: debounce, Debouncer
// Does: One timer for each debouncer: calls with different arguments share it, and the last arguments win, as in
//   the app.

export function debounce<T extends unknown[], V>(callback: (...args: T) => V, timeout = 0, resetTimer = false) {
	let timer: number | null = null;
	let latest: T | null = null;
	const run = (): V | undefined => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		const args = latest;
		latest = null;
		return args ? callback(...args) : undefined;
	};
	const debounced = (...args: T) => {
		latest = args;
		if (timer !== null && !resetTimer) return debounced;
		if (timer !== null) window.clearTimeout(timer);
		timer = window.setTimeout(run, timeout);
		return debounced;
	};
	debounced.cancel = () => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		latest = null;
		return debounced;
	};
	debounced.run = run;
	return debounced;
}
