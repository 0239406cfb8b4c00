// A window beside the main one, with the app's styles, helpers of nodes and keys, as the app makes it for a popout.
import type { App } from '../app/app.ts';
import { installNodes } from '../globals/install.ts';

export type PopoutWindow = Window & typeof globalThis;

export function openWindow(app: App): PopoutWindow {
	const popout = window.open('', '_blank', 'popup,width=700,height=500') as PopoutWindow | null;
	if (!popout) throw new Error('The browser opens no window');
	installNodes(popout);
	for (const style of document.querySelectorAll('style, link[rel=stylesheet]')) popout.document.head.appendChild(popout.document.importNode(style, true));
	popout.document.body.className = document.body.className;
	popout.document.body.addClass('host-popout');
	app.keymap.listenIn(popout.document);
	for (const each of [window, popout]) {
		each.addEventListener('focus', () => Object.assign(window, { activeWindow: each, activeDocument: each.document }));
	}
	return popout;
}
