// A sentence of the engine, whose quotations stand in backticks.

export function Sentence({ text }: { text: string }) {
  return <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>;
}
