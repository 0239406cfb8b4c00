// Why a question is asked: how sure its first answer is, and the reasons in plain words, strongest first: one, and
// the others when somebody asks for more.
import type { ComponentChildren } from 'preact';
import type { Question } from '../engine/types';
import { locale } from '../locales';
import { Sentence } from '../screen/sentence';

/** The reason that is enough to judge most questions by; the others are a key away. */
export const REASONS = 1;

export function Why({ question: { confidence, evidence }, isWhole, children }: { question: Question; isWhole: boolean; children?: ComponentChildren }) {
  if (confidence === undefined && evidence.length === 0) return null;
  return (
    <p class="namesake-why">
      {confidence !== undefined && <strong>{locale.review.confidence[confidence]}</strong>}
      {(isWhole ? evidence : evidence.slice(0, REASONS)).map((reason) => <span key={reason}> <Sentence text={reason} /></span>)}
      {children}
    </p>
  );
}
