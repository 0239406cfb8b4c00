import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/contract/**/*.test.ts'],
		// A page is loaded for each contract and several wait out the app's own two-second autosave.
		testTimeout: 30_000,
		hookTimeout: 60_000,
		fileParallelism: false,
	},
});
