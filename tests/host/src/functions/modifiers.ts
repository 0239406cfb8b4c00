// The modifier keys of an event, as one text that scopes and the keymap compare. `Mod` is Ctrl, or Meta on a
// Mac.
import { Platform } from './platform.ts';

export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';

export function modifierText(modifiers: readonly Modifier[]): string {
	const mod = Platform.isMacOS ? 'Meta' : 'Ctrl';
	return modifiers.map((name) => (name === 'Mod' ? mod : name)).sort().join(',');
}

export function pressed(event: KeyboardEvent | MouseEvent): string {
	const names: Modifier[] = [];
	if (event.altKey) names.push('Alt');
	if (event.ctrlKey) names.push('Ctrl');
	if (event.metaKey) names.push('Meta');
	if (event.shiftKey) names.push('Shift');
	return modifierText(names);
}
