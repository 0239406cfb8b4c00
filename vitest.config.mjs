// One vitest project per suite. The plugin's virtual imports resolve as they do in the build,
// and Obsidian's own module, which exists only inside Obsidian, is the mocks' one.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { release } from './scripts/lib/paths.mjs';
import { forVite } from './scripts/modules.mjs';
import { suites } from './scripts/suites.mjs';

/** Milliseconds: a browser that starts on a busy machine, and the story told in it. */
const BROWSER_TIMEOUT = 150_000;
const UNIT_TIMEOUT = 10_000;

export default defineConfig({
  test: {
    // Vitest leaves one core free, which halves a machine of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: suites.map(({ name, folder, environment, inBrowser, alone = false }) => {
      const timeout = inBrowser ? BROWSER_TIMEOUT : UNIT_TIMEOUT;
      return {
        plugins: [forVite(release.pkgDir)],
        resolve: { alias: { obsidian: 'obsidian-test-mocks/obsidian' } },
        test: {
          name,
          include: [`${folder}/**/*.test.{ts,tsx,mjs}`],
          environment,
          fileParallelism: !alone,
          testTimeout: timeout,
          hookTimeout: timeout,
          expect: { poll: { timeout: timeout / 4 } },
        },
      };
    }),
  },
});
