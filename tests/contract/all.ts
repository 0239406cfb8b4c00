// Every contract, for the host page and for the real app alike.
import { apiContracts } from './api-contracts.ts';
import { basesContracts } from './bases-contracts.ts';
import type { Contract } from './contract.ts';
import { editorContracts } from './editor-contracts.ts';
import { frameContracts } from './frame-contracts.ts';
import { livePreviewContracts } from './live-preview-contracts.ts';
import { suggestContracts } from './suggest-contracts.ts';
import { typingContracts } from './typing-contracts.ts';
import { vaultContracts } from './vault-contracts.ts';
import { workspaceContracts } from './workspace-contracts.ts';

export const contracts: Contract[] = [
	...vaultContracts,
	...editorContracts,
	...typingContracts,
	...livePreviewContracts,
	...suggestContracts,
	...workspaceContracts,
	...frameContracts,
	...apiContracts,
	...basesContracts,
];

/** Some contracts are about what one device alone has: drawers of a phone, windows of a computer. */
export function holdsOn(device: 'phone' | 'desktop', { onPhone, onDesktop }: Contract): boolean {
	return device === 'phone' ? !onDesktop : !onPhone;
}
