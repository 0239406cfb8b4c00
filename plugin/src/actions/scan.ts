// Shows what is certain in the whole vault, and repairs it when the user agrees. Counts as the first batch.
import { locale } from '../locales';
import type { Parts } from './parts';
import { reviewBatch, type BatchParts } from './review-batch';

export async function scan(parts: BatchParts & Pick<Parts, 'refresh'>): Promise<void> {
  await parts.refresh.adopted();
  const reviewed = await reviewBatch(parts, {
    title: locale.batch.scan,
    progressTitle: locale.scan.progress,
    hint: undefined,
    requests: [{ kind: 'query', query: { tier: 'auto' } }],
    includes: () => true,
  });
  if (reviewed) await parts.review.offers.firstBatchDone();
}
