// The whole article on one page.

/** What is in brackets links the chapters. */
export const about =
  'Every chapter and every recorded step, in one piece. On screen, the scenes play in [the chapters]; this page is for paper.';
