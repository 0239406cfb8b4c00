import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/contract/**/*.test.ts'],
		// Each contract loads a page, and some wait for the autosave, which takes two seconds.
		testTimeout: 30_000,
		hookTimeout: 60_000,
		fileParallelism: false,
	},
});
