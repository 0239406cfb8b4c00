// API: prepareFuzzySearch, prepareSimpleSearch, sortSearchResults, renderMatches, renderResults
// Does: Searches names. Runs of letters and beginnings of words score higher.
// Leaves out: the exact scores of the app.

export interface SearchResult {
	score: number;
	matches: [number, number][];
}

export interface FuzzyMatch<T> {
	item: T;
	match: SearchResult;
}

/** Matches texts that hold all characters of the query in order. Runs and word starts score higher. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
	const asked = query.toLowerCase().replace(/\s+/g, '');
	return (text) => {
		const matches: [number, number][] = [];
		let [at, score] = [0, 0];
		for (const letter of asked) {
			const found = text.toLowerCase().indexOf(letter, at);
			if (found < 0) return null;
			const last = matches[matches.length - 1];
			if (last && last[1] === found) last[1] = found + 1;
			else matches.push([found, found + 1]);
			score -= found === at ? 0 : found > 0 && /\s/.test(text[found - 1]) ? 0.5 : 1;
			at = found + 1;
		}
		return { score: score - text.length / 1000, matches };
	};
}

export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
	const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
	return (text) => {
		const found = words.map((word) => [text.toLowerCase().indexOf(word), word.length]);
		if (found.some(([at]) => at < 0)) return null;
		return { score: -text.length / 1000, matches: found.map(([at, length]) => [at, at + length]) };
	};
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: [number, number][] | null, offset = 0): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		el.appendText(text.slice(at, Math.max(at, from + offset)));
		el.createSpan({ cls: 'suggestion-highlight', text: text.slice(Math.max(at, from + offset), to + offset) });
		at = Math.max(at, to + offset);
	}
	el.appendText(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
	renderMatches(el, text, result.matches, offset);
}
