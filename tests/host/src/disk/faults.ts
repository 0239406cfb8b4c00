// A disk in trouble, as tests ask for it: paths whose reads, writes or moves fail, for a number of times or for good, take
// long, or give nothing, and a disk that takes names in other case for the same. Kept for the session, so that the next start
// of the page meets them too.

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
	/** The read gives nothing, though the file has its size: its content is in a cloud. */
	gives?: 'nothing';
}

const KEY = 'disk-faults';
const NO_CASE = 'disk-ignores-case';

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

	/** From now on the disk is like those of macOS and Windows: a name in other upper and lower case is the same file. */
	ignoreCase(): void {
		sessionStorage.setItem(NO_CASE, 'yes');
	}

	get ignoresCase(): boolean {
		return sessionStorage.getItem(NO_CASE) !== null;
	}

	/** Whether a read of the path gives nothing. */
	givesNothing(path: string): boolean {
		return this.of('read', path).some(({ gives }) => gives === 'nothing');
	}

	private of(action: DiskAction, path: string): Fault[] {
		return this.faults.filter((each) => each.action === action && path.startsWith(each.path));
	}

	/** Waits as long as the disk does for this, and throws what it throws. */
	async meet(action: DiskAction, path: string): Promise<void> {
		for (const fault of this.of(action, path)) {
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
