/** Directives of a Content Security Policy, each with its sources. https://www.w3.org/TR/CSP3/ */
export type Policy = Record<string, string[]>;

/** Where a page's policy will stand once its scripts are known, with what this page needs beside what all have. */
export function policyMark(further: Policy = {}): string {
  return `<!--policy${JSON.stringify(further)}-->`;
}
