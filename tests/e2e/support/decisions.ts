// What the plugin remembers of decisions, as a user would say it.

export interface Standing {
  path: string;
  rule: string;
  subject: string;
  verdict: string;
  with?: string[];
}

/** The decisions in a `data.json` that hold: without when they were made, and without what was taken back or moved. */
export function standing(data: string): Standing[] {
  const { decisions = [] } = JSON.parse(data) as { decisions?: (Standing & { at?: number })[] };
  return decisions.filter(({ verdict }) => verdict === 'accepted' || verdict === 'rejected').map(({ at: _, ...decision }) => decision);
}
