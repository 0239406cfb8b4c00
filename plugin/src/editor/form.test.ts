import { describe, expect, it } from 'vitest';
import { formAt, selectedForm } from './form';

/** The form at the `|`. */
function at(text: string): string | undefined {
  const ch = text.indexOf('|');
  return formAt(text.replace('|', ''), ch)?.written;
}

describe('the form under the cursor', () => {
  it.each([
    ['we met Rob Ban|ga today', 'Rob Banga'],
    ['|Rob Banga', 'Rob Banga'],
    ['(via Rob Banga|)', 'Rob Banga'],
    ['see [[Rob B|anga]]', 'Rob Banga'],
    ['by @Rob| Banga 🔼', '@Rob Banga'],
    ['Willemijn van der |Stroom', 'Willemijn van der Stroom'],
    ['J. Sm|ith', 'J. Smith'],
    ['asked Ban|ga. Then', 'Banga'],
    ['asked Dr. Ban|ga', 'Dr. Banga'],
    ['Rob Banga|’s van', 'Rob Banga'],
    ['Đoàn Thục Qu|yên', 'Đoàn Thục Quyên'],
    ['נועה ברזי|לון', 'נועה ברזילון'],
    ['nobo|dy here', undefined],
    ['', undefined],
  ])('in “%s” is %s', (text, form) => {
    expect(at(text)).toBe(form);
  });

  it('says what stands before it', () => {
    expect(formAt('we met Rob Banga', 9)).toEqual({ written: 'Rob Banga', before: 'we met ' });
  });
});

describe('a selection', () => {
  it('is taken without the blanks around it', () => {
    expect(selectedForm('we met Rob Banga today', 6, 17)).toEqual({ written: 'Rob Banga', before: 'we met ' });
  });

  it('is no name without a letter, or when it is too long for one', () => {
    expect(selectedForm('  42 ', 0, 5)).toBeUndefined();
    expect(selectedForm('a'.repeat(200), 0, 200)).toBeUndefined();
  });
});
