// Shows the tasks of one note with their owners.
import type { TFile } from 'obsidian';
import { TasksModal } from '../modals/tasks';
import type { Parts } from './parts';

export async function listTasks({ app, engine, review }: Pick<Parts, 'app' | 'engine' | 'review'>, file: TFile): Promise<void> {
  const tasks = await engine.tasks({ path: file.path, status: 'all' });
  new TasksModal(app, review, file, tasks).open();
}
