/** Notes in which every feature of frontmatter meets every other one, the same notes at each run. */
export function corpus(): { path: string; text: string }[];
