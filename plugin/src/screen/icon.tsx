// An icon of the app.
import { setIcon } from 'obsidian';

export function Icon({ name }: { name: string }) {
  return <span class="namesake-icon" aria-hidden="true" ref={(element) => {
    if (element) setIcon(element, name);
  }} />;
}
