// Every contract, for the host page and for the real app alike.
import { apiContracts } from './api-contracts.ts';
import { basesContracts } from './bases-contracts.ts';
import type { Contract } from './contract.ts';
import { editorContracts } from './editor-contracts.ts';
import { livePreviewContracts } from './live-preview-contracts.ts';
import { suggestContracts } from './suggest-contracts.ts';
import { vaultContracts } from './vault-contracts.ts';
import { workspaceContracts } from './workspace-contracts.ts';

export const contracts: Contract[] = [...vaultContracts, ...editorContracts, ...livePreviewContracts, ...suggestContracts, ...workspaceContracts, ...apiContracts, ...basesContracts];
