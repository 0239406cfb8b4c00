/** Notes with every feature of frontmatter crossed with every other one: the same notes at each run. */
export function corpus(): { path: string; text: string }[];
