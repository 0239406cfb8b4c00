// API: SettingDefinition and its relatives (1.13)
// Does: Draws declared settings: rows, groups, lists, pages, with validation under the row.
// Leaves out: dragging rows (buttons move them), file and folder controls with suggestions.
import type { SettingControl, SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from 'obsidian';
import { setIcon } from '../functions/icons.ts';
import { SettingGroup } from './setting-group.ts';
import type { SettingTab } from './setting-tab.ts';
import { Setting } from './setting.ts';

interface Field<T> {
	setValue(value: T): unknown;
	onChange(callback: (value: T) => unknown): unknown;
}

interface Hooks {
	refreshers: (() => void)[];
	cleanups: (() => void)[];
}

type Predicate = boolean | (() => boolean) | undefined;

function decide(predicate: Predicate, fallback: boolean): boolean {
	return typeof predicate === 'function' ? predicate() : (predicate ?? fallback);
}

export function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
	return 'type' in item && (item.type === 'group' || item.type === 'list');
}

export function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
	return 'type' in item && item.type === 'page';
}

export function renderDefinitions(tab: SettingTab, items: SettingDefinitionItem[], parent: HTMLElement, hooks: Hooks): void {
	let loose: SettingGroup | null = null;
	for (const item of items) {
		if (isGroup(item)) {
			loose = null;
			renderGroup(tab, item, parent, hooks);
		} else {
			loose ??= new SettingGroup(parent);
			renderItem(tab, item, loose, hooks, 0);
		}
	}
}

function hideWhen(visible: Predicate, el: HTMLElement, hooks: Hooks): void {
	hooks.refreshers.push(() => el.toggle(decide(visible, true)));
}

function renderGroup(tab: SettingTab, definition: SettingDefinitionGroup | SettingDefinitionList, parent: HTMLElement, hooks: Hooks): void {
	const group = new SettingGroup(parent);
	const list = definition.type === 'list' ? (definition as SettingDefinitionList) : null;
	if (definition.heading) group.setHeading(definition.heading);
	if (definition.cls) group.addClass(definition.cls);
	if (list) group.addClass('mod-list');
	for (const make of definition.extraButtons ?? []) group.addExtraButton((button) => make(button));
	const items = definition.items ?? [];
	items.forEach((item, index) => {
		const setting = renderItem(tab, item, group, hooks, index);
		if (list) addListControls(list, setting, index, items.length);
	});
	if (list && items.length === 0) group.listEl.createDiv({ cls: 'setting-list-empty', text: list.emptyState ?? '' });
	const add = list?.addItem;
	if (add) group.addExtraButton((button) => button.setIcon('plus').setTooltip(add.name).onClick(() => add.action(button.extraSettingsEl)));
	if (definition.search) addSearch(definition, items, group);
	hideWhen(definition.visible, group.groupEl, hooks);
}

function addSearch(definition: SettingDefinitionGroup, items: SettingDefinitionItem[], group: SettingGroup): void {
	const { search } = definition;
	group.addSearch((box) => {
		box.setPlaceholder(search?.placeholder ?? '');
		box.onChange((query) =>
			[...group.listEl.children].forEach((row, index) => {
				const shown = query === '' || items[index] === undefined || (search?.match(items[index] as SettingDefinition, query) ?? true);
				(row as HTMLElement).toggle(shown);
			}),
		);
	});
}

function addListControls(list: SettingDefinitionList, setting: Setting, index: number, count: number): void {
	const { onDelete, onReorder } = list;
	const add = (icon: string, name: string, chosen: () => void): void => {
		setting.addExtraButton((button) => {
			button.setIcon(icon).setTooltip(name).onClick(chosen);
			button.extraSettingsEl.addClass('mod-list-control');
		});
	};
	if (onReorder && index > 0) add('arrow-up', 'Move up', () => onReorder(index, index - 1));
	if (onReorder && index < count - 1) add('arrow-down', 'Move down', () => onReorder(index, index + 1));
	if (onDelete) add('trash-2', 'Delete', () => onDelete(index));
}

function renderItem(tab: SettingTab, item: SettingDefinition | SettingDefinitionPage, group: SettingGroup, hooks: Hooks, index: number): Setting {
	const setting = new Setting(group.listEl).setName(item.name);
	if (item.desc !== undefined) setting.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
	hideWhen(item.visible, setting.settingEl, hooks);
	if (isPage(item)) renderPage(tab, item, setting);
	else if (item.control) renderControl(tab, item.control, setting, hooks);
	else if (item.render) {
		const cleanup = item.render(setting as never, group as never);
		if (cleanup) hooks.cleanups.push(cleanup);
	} else if (item.action) {
		const { action } = item;
		setting.settingEl.addClass('mod-action', 'tappable');
		setting.addExtraButton((button) => button.setIcon('chevron-right').setTooltip(item.name));
		setting.settingEl.addEventListener('click', () => action(setting.settingEl, index));
		hooks.refreshers.push(() => void setting.setDisabled(decide(item.disabled, false)));
	}
	return setting;
}

function renderPage(tab: SettingTab, page: SettingDefinitionPage, setting: Setting): void {
	const shown = typeof page.displayValue === 'function' ? page.displayValue() : page.displayValue;
	if (shown !== undefined) setting.addDisplayValue((value) => value.setValue(shown));
	const status = typeof page.status === 'function' ? page.status() : page.status;
	if (status) setIcon(setting.nameEl.createSpan({ cls: `setting-status mod-${status}`, attr: { 'aria-label': status } }), 'alert-triangle');
	setting.settingEl.addClass('mod-page', 'tappable');
	setting.addExtraButton((button) => button.setIcon('chevron-right').setTooltip(page.name));
	setting.settingEl.addEventListener('click', (event) => {
		const onList = event.target instanceof Element && event.target.closest('.mod-list-control') !== null;
		if (!onList) tab.openPage(page.name);
	});
}

function renderControl(tab: SettingTab, control: SettingControl, setting: Setting, hooks: Hooks): void {
	const value = tab.getControlValue(control.key) ?? control.defaultValue;
	const check = control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
	const change = async (next: unknown): Promise<void> => {
		const problem = (await check?.(next)) || null;
		setting.setErrorMessage(problem);
		if (problem === null) await tab.setControlValue(control.key, next);
		tab.refreshDomState();
	};
	// No async function may return a setting: it has a `then` method, so `await` would take it for a promise.
	const showProblem = async (): Promise<void> => {
		setting.setErrorMessage((await check?.(value)) || null);
	};
	addControl(control, value, setting, (next) => void change(next));
	const field = setting.controlEl.querySelector('input, select, textarea, [role=switch]');
	field?.setAttr('aria-label', setting.nameEl.textContent);
	void showProblem();
	hooks.refreshers.push(() => void setting.setDisabled(decide(control.disabled, false)));
}

function addControl(control: SettingControl, value: unknown, setting: Setting, change: (value: unknown) => void): void {
	const fill = <T>(component: Field<T>, start: T) => {
		component.setValue(start);
		component.onChange(change);
	};
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	switch (control.type) {
		case 'toggle':
			return void setting.addToggle((toggle) => fill(toggle, value === true));
		case 'dropdown':
			return void setting.addDropdown((dropdown) => fill(dropdown.addOptions(control.options), text));
		case 'slider':
			return void setting.addSlider((slider) => fill(slider.setLimits(control.min, control.max, control.step).setDynamicTooltip(), Number(value)));
		case 'color':
			return void setting.addColorPicker((color) => fill(color, text));
		case 'textarea':
			return void setting.addTextArea((area) => fill(area.setPlaceholder(control.placeholder ?? ''), text));
		case 'number':
			return void setting.addText((field) => {
				Object.assign(field.inputEl, { type: 'number', min: String(control.min ?? ''), max: String(control.max ?? ''), step: String(control.step ?? 1) });
				field.setValue(text).onChange((next) => change(Number(next)));
			});
		default:
			return void setting.addText((field) => fill(field.setPlaceholder(control.placeholder ?? ''), text));
	}
}
