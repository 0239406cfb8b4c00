export function buildHost(outDir: string): Promise<string>;
