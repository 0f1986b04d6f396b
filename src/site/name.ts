export const siteName = 'What Does Docker Truly Isolate?';
