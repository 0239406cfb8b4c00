// A disk in trouble, as tests ask for it: paths whose reads, writes or moves fail, for a number of times or for good, or take
// long. Kept for the session, so that the next start of the page meets them too.

/** `move`: what changes the disk and needs no room: renaming, removing, making a folder. */
export type DiskAction = 'read' | 'write' | 'move';

interface Fault {
	action: DiskAction;
	/** The path, or the beginning of it. */
	path: string;
	/** The code of the error, such as `EBUSY`; none where it is only slow. */
	code?: string;
	/** How often it fails; always if not given. */
	times?: number;
	/** Milliseconds that it takes. */
	takes?: number;
}

const KEY = 'disk-faults';

export class Faults {
	private readonly faults = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Fault[];

	add(fault: Fault): void {
		this.faults.push(fault);
		this.keep();
	}

	heal(): void {
		this.faults.length = 0;
		this.keep();
	}

	/** Waits as long as the disk does for this, and throws what it throws. */
	async meet(action: DiskAction, path: string): Promise<void> {
		for (const fault of this.faults.filter((each) => each.action === action && path.startsWith(each.path))) {
			if (fault.takes !== undefined) await sleep(fault.takes);
			if (fault.code === undefined || fault.times === 0) continue;
			if (fault.times !== undefined) fault.times -= 1;
			this.keep();
			throw Object.assign(new Error(`${fault.code}: the disk is in trouble, ${action} '${path}'`), { code: fault.code });
		}
	}

	private keep(): void {
		sessionStorage.setItem(KEY, JSON.stringify(this.faults));
	}
}
