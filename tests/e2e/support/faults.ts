// Trouble of the disk on which the vault lies.
import type { Page } from 'playwright-core';

export type Fault = Parameters<Window['host']['faults']['add']>[0];

export const addFault = (page: Page, fault: Fault): Promise<void> => page.evaluate((one) => window.host.faults.add(one), fault);
