// A progress bar with a cancel button. Closing it in any other way cancels too.
import { Modal, ProgressBarComponent, Setting, type App } from 'obsidian';
import { locale } from '../locales';

export class ProgressModal extends Modal {
  cancelled = false;
  readonly #bar: ProgressBarComponent;
  readonly #step: HTMLElement;
  #finished = false;

  constructor(app: App, title: string) {
    super(app);
    this.setTitle(title);
    this.#bar = new ProgressBarComponent(this.contentEl);
    this.#step = this.contentEl.createDiv({ cls: 'namesake-progress-step', attr: { 'aria-live': 'polite' } });
    new Setting(this.contentEl).addButton((button) => button.setButtonText(locale.scan.cancel).onClick(() => this.close()));
  }

  step(done: number, total: number): void {
    this.#bar.setValue(total === 0 ? 100 : (done / total) * 100);
    this.#step.setText(locale.scan.step(done, total));
    this.#finished = done === total;
  }

  override onClose(): void {
    this.cancelled = !this.#finished;
  }
}
