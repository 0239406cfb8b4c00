// What can be asked of the plugin from outside the app: by its command line, and by links that begin with `obsidian://`.
import type { CliFlags, Plugin } from 'obsidian';
import { about, reviewed, scanned, tasks, undone, type Params } from './actions/answers';
import { openReview } from './actions/panes';
import { messageOf } from './engine/protocol';
import { locale } from './locales';
import { say, sayFailure } from './screen/notices';
import type { Session } from './session';
import { noteNamed } from './vault/note-named';

const { flags, ...words } = locale.cli;
const NOTE: CliFlags = { note: { value: '<path>', description: flags.note } };
const FORMAT: CliFlags = { format: { value: 'text|json', description: flags.format } };

/** Returns what is to be called once the vault is read: a link may have asked for something before. */
export function registerOutside(plugin: Plugin, session: Session): () => void {
  const { id } = plugin.manifest;
  const add = (action: string, description: string, options: CliFlags | null, answer: (params: Params) => Promise<string>): void => {
    const command = action === '' ? id : `${id}:${action}`;
    try {
      plugin.registerCliHandler(command, description, options, (params) => answered(session, () => answer(params)));
    } catch (thrown) {
      console.error(`Namesake: ${command}: ${messageOf(thrown)}`); // Another plugin has taken the name; all else works.
    }
  };
  add('', words.about, FORMAT, (params) => about(session, params));
  add('about', words.about, FORMAT, (params) => about(session, params));
  add('scan', words.scan, { ...NOTE, ...FORMAT }, (params) => scanned(session, params));
  add('tasks', words.listTasks, { ...NOTE, owner: { value: '<name>', description: flags.owner }, status: { value: 'open|done|all', description: flags.status }, ...FORMAT }, (params) => tasks(session, params));
  add('undo', words.undo, null, () => undone(session));
  add('review', words.review, NOTE, (params) => reviewed(session, params));
  let waiting: (() => void) | undefined;
  plugin.registerObsidianProtocolHandler(id, ({ note }) => {
    const open = (): void => void openQuestions(session, note).catch(sayFailure);
    if (session.ready) open();
    else waiting = open; // The link itself may have started the app, or the vault is read again.
  });
  const answer = (): void => {
    waiting?.();
    waiting = undefined;
  };
  plugin.register(session.refresh.subscribe(() => {
    if (session.ready) answer();
  }));
  return answer;
}

/** A command line has no notices: whatever goes wrong is its answer. */
async function answered({ ready, index }: Session, answer: () => Promise<string>): Promise<string> {
  if (!ready) return index.wait;
  return answer().catch((thrown: unknown) => locale.notice.error(messageOf(thrown)));
}

/** Anybody can write such a link, so it opens the pane and changes nothing. */
async function openQuestions(session: Session, note: string | undefined): Promise<void> {
  const file = noteNamed(session.app, note);
  if (note !== undefined && !file) say(words.noNote(note));
  else await openReview(session, file?.path);
}
