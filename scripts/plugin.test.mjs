import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { release, root } from './lib/paths.mjs';
import { buildPlugin } from './plugin.mjs';

it('the same sources give the same bytes, which name no folder of the machine', async () => {
  const temporary = () => mkdtempSync(join(tmpdir(), 'namesake-build-'));
  const [one, other] = [temporary(), temporary()];
  const home = process.cwd();
  try {
    await buildPlugin({ ...release, pluginDir: one });
    process.chdir(tmpdir());
    await buildPlugin({ ...release, pluginDir: other });
    for (const file of ['main.js', 'manifest.json', 'styles.css']) {
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), file).toBe(true);
    }
    const main = readFileSync(join(one, 'main.js'), 'utf8');
    for (const folder of [root, homedir(), tmpdir()].filter((path) => path.length > 2)) expect(main.includes(folder), folder).toBe(false);
  } finally {
    process.chdir(home);
    for (const folder of [one, other]) rmSync(folder, { recursive: true });
  }
});
