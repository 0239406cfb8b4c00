// An icon of the app.
import { setIcon } from 'obsidian';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function Icon({ name }: { name: string }) {
  const place = useRef<HTMLSpanElement>(null);
  // Once for each name: a list is drawn anew at every key, and an icon drawn anew is laid out and painted anew.
  useLayoutEffect(() => {
    if (place.current) setIcon(place.current, name);
  }, [name]);
  return <span class="namesake-icon" aria-hidden="true" ref={place} />;
}
