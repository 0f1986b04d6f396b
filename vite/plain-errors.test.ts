import { expect, test } from 'vitest';
import { AuthorError } from '../src/compile/author-error.ts';
import { plainError } from './plain-errors.ts';

test('authors’ mistakes come out as their sentences alone, once each, however they were wrapped', () => {
  const bundled = Object.assign(new Error('Build failed with 3 errors'), {
    errors: [
      new AuthorError('a: expected b, found c.'),
      new Error('[plugin x]\nAuthorError: d: expected e, found f.\n  at g'),
      new AuthorError('a: expected b, found c.'),
    ],
  });
  const plain = plainError(bundled);
  expect(plain).toMatchObject({ stack: 'a: expected b, found c.\nd: expected e, found f.' });
});

test('our own mistakes keep their stack', () => {
  const bug = new TypeError('x is undefined');
  expect(plainError(bug)).toBe(bug);
});
