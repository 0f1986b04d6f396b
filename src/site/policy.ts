/** Directives of a Content Security Policy, each with its sources. https://www.w3.org/TR/CSP3/ */
export type Policy = Record<string, string[]>;
