// Converts the fields of tasks to the format that the settings name. The user always sees the changes first, since a
// whole note of tasks looks different afterwards.
import { TFile, type TFolder } from 'obsidian';
import { locale } from '../locales';
import { say } from '../screen/notices';
import { notesIn } from '../vault/folders';
import type { Parts } from './parts';
import { reviewBatch, slices, type BatchParts } from './review-batch';
import { chooseScope } from './scope';

type ConvertParts = BatchParts & Pick<Parts, 'adopted' | 'refresh' | 'store'>;

/** Asks whose tasks are to be converted. */
export function convertTasks(parts: ConvertParts & Pick<Parts, 'index'>): void {
  const title = (scope: TFile | TFolder): string => {
    if (scope instanceof TFile) return locale.convert.title(scope.basename);
    return scope.isRoot() ? locale.convert.titleVault : locale.convert.title(scope.path);
  };
  chooseScope(parts.app, locale.convert.which, (scope) => void parts.index.whenReady(() => convert(parts, title(scope), notesIn([scope]))));
}

/** Shows what converting would change, and does it when the user agrees. */
async function convert(parts: ConvertParts, title: string, paths: string[]): Promise<void> {
  if (paths.length === 0) {
    say(locale.notice.noNotes);
    return;
  }
  await parts.refresh.adopted();
  if (!parts.adopted.areKnown) {
    say(locale.notice.unknownFormat);
    return;
  }
  const to = parts.adopted.taskFormat(parts.store.config?.settings);
  await reviewBatch(parts, {
    title,
    progressTitle: locale.scan.looking,
    hint: locale.convert.hint(locale.settings.taskFormats[to]),
    confirm: locale.convert.confirm,
    requests: slices(paths).map((slice) => ({ kind: 'convert', to, query: { paths: slice } })),
    includes: undefined,
  });
}
