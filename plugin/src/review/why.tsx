// Why a question is asked: how sure its first answer is, and the reasons in plain words.
import type { Question } from '../engine/types';
import { locale } from '../locales';
import { Sentence } from '../screen/sentence';

export function Why({ question: { confidence, evidence } }: { question: Question }) {
  if (confidence === undefined && evidence.length === 0) return null;
  return (
    <p class="namesake-why">
      {confidence !== undefined && <strong>{locale.review.confidence[confidence]}</strong>}
      {evidence.map((reason) => <span key={reason}> <Sentence text={reason} /></span>)}
    </p>
  );
}
