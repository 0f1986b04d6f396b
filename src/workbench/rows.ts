/**
 * What the guest does with `rows N` among the words of a question: tells both shells' lines how many rows they have, which programs that
 * run there then learn (SIGWINCH), and keeps the number for the next shell (/etc/profile). It forks only when the number is another one.
 */
export const keepRows = `case \${reads:-} in *' rows '*)
rows=\${reads##* rows } rows=\${rows%% *} was=
[ -r /run/rows ] && read -r was < /run/rows
if [ "$was" != "$rows" ]; then
echo "$rows" > /run/rows
for line in 0 2; do stty -F /dev/ttyS$line rows "$rows"; done
fi 2> /dev/null
esac
`;
