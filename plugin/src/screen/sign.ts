// The sign that is typed before a name, so that people are offered.

/** Nothing that is part of a name, a link, a tag or a list. */
const SIGN = /^[^\p{L}\p{M}\p{N}\s[\]()|#"'’`\\>*_~,.-]{1,3}$/u;

/** Whether people can be asked for by this. */
export function isSign(text: string): boolean {
  return SIGN.test(text);
}
