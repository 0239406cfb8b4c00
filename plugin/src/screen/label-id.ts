import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id for what names a part of the screen, of which there is one in the whole document. Preact's `useId` begins anew in
 * each root, and panes and dialogs are roots of their own.
 */
export function useLabelId(): string {
  const [id] = useState(() => {
    last += 1;
    return `namesake-label-${last}`;
  });
  return id;
}
