// One vitest project per suite. The plugin's virtual imports resolve as they do in the build,
// and Obsidian's own module, which exists only inside Obsidian, is the mocks' one.
import { defineConfig } from 'vitest/config';
import { release } from './scripts/lib/paths.mjs';
import { forVite } from './scripts/modules.mjs';
import { suites } from './scripts/suites.mjs';

/** Milliseconds: a browser that starts on a busy machine, and the story told in it. */
const BROWSER_TIMEOUT = 150_000;
const UNIT_TIMEOUT = 10_000;

export default defineConfig({
  test: {
    projects: suites.map(({ name, folder, environment, inBrowser }) => {
      const timeout = inBrowser ? BROWSER_TIMEOUT : UNIT_TIMEOUT;
      return {
        plugins: [forVite(release.pkgDir)],
        resolve: { alias: { obsidian: 'obsidian-test-mocks/obsidian' } },
        test: {
          name,
          include: [`${folder}/**/*.test.{ts,tsx,mjs}`],
          environment,
          fileParallelism: !inBrowser,
          testTimeout: timeout,
          hookTimeout: timeout,
          expect: { poll: { timeout: timeout / 4 } },
        },
      };
    }),
  },
});
