/** Whether a key belongs to an input method that is still composing a word: its Enter, arrows and Escape are not for the page. Safari ends the composition before it sends the key, and marks that with 229. https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
