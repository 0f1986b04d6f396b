declare module 'virtual:recordings' {
  export const recordings: import('./data.ts').RecordingsData;
}
