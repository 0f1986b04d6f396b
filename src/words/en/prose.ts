// What stands around a chapter's own words.

export const source = (n: string, title: string): string => `Source ${n}: ${title}`;
export const backToMark = (n: string): string => `Back to mark ${n}`;
export const table = (columns: string[]): string => `Table: ${columns.join(', ')}`;
