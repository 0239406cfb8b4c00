import type { Browser } from 'playwright-core';

export function launch(options?: {
	/** pages start sooner and compute slower */
	quick?: boolean;
}): Promise<Browser>;
