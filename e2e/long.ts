/** What `npm test` leaves to `npm run test:all`, because of the time that it takes. */
export const long = { tag: '@long' };
