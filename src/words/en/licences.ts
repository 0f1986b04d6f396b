// The page of the licences.

export const about =
  'These pages are made with the work of others. The fonts were cut down to the characters that occur here.';
export const machine = 'The workbench’s machine';
/** What is in brackets links the text. */
export const machineIs =
  'It is made of these packages of Debian 12 for i386, unchanged. Most are under the GNU General Public License or the GNU Lesser General Public License; [all their licences] are here as text. Each line links the source that the package was built from, in Debian’s archive of all versions; the current ones are also on every Debian mirror.';
/** What is in brackets links the source. */
export const source = (name: string, version: string, source: string): string =>
  `${name} ${version}: source [${source}]`;
