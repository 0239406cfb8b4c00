// Copies names for a recorder's own vocabulary: what is spelt right at the source needs no mending.
import type { TFile } from 'obsidian';
import { locale } from '../locales';
import { say } from '../screen/notices';
import type { Parts } from './parts';

/** The names of the people of `file` and of their companies; without it those of the whole vault. */
export async function copyGlossary({ engine }: Pick<Parts, 'engine'>, file?: TFile): Promise<void> {
  const names = await engine.glossary(file?.path);
  if (names === '') {
    say(locale.notice.noNames);
    return;
  }
  try {
    await navigator.clipboard.writeText(names);
  } catch {
    // The clipboard is refused while another window has the focus.
    say(locale.notice.notCopied);
    return;
  }
  say(locale.notice.copied(names.split('\n').length));
}
