import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'told-at-start',
  title: 'A secret, handed in two ways',
  lens: 'tally',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 6 },
  },
  takes: { default: { label: '-e and -v' } },
  entities: { web: { container: 'web' }, sleep: { firstProcessOf: 'web' }, host: { host: true } },
  undo: ['docker rmi -f copy 2>/dev/null', 'rm -f /srv/token'],
  prepare: ['docker rmi -f copy >/dev/null 2>&1 || true', 'echo from-a-file > /srv/token && chmod 600 /srv/token'],
  steps: [
    {
      id: 'start',
      run: {
        pane: 'host',
        type: 'docker run -d --name web -e TOKEN=s3cr3t -v /srv/token:/run/token:ro isolate-lab:13 sleep 900',
      },
      before: 'Hand a container two secrets: one as a variable, one in a file that is mounted.',
      after: 'The container runs. Which of the two can be read, and from where?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'inside',
      run: { pane: 'web', type: 'echo $TOKEN; cat /run/token' },
      reports: [
        { of: 'TOKEN', by: 'web', value: 's3cr3t' },
        { of: '/run/token', by: 'web', value: 'from-a-file' },
      ],
      before: 'Read both inside. The shell is not the process that was started with them.',
      after: 'Both. Whatever is started in the container, `docker exec` included, has the variable too.',
    },
    {
      id: 'inspect',
      run: { pane: 'host', type: "docker inspect -f '{{.Config.Env}}' web" },
      reports: [{ of: 'docker inspect', value: 'TOKEN=s3cr3t' }],
      before: 'Ask Docker what the container was started with.',
      after:
        'The variable is kept with the container, in words, for whoever may ask Docker. The file’s content is not.',
      marks: [{ pane: 'host', text: 'TOKEN=s3cr3t', entity: 'web' }],
    },
    {
      id: 'environ',
      run: { pane: 'host', type: "tr '\\0' '\\n' < /proc/$(pgrep -x sleep)/environ | grep TOKEN" },
      reports: [{ of: 'environ', value: 'TOKEN=s3cr3t', through: ['pid'] }],
      before: 'The process has a number on the host. Read its environment there.',
      after: 'There it is again, without Docker: the host’s root reads it out of process {sleep.pid}.',
      predict: {
        question: 'The variable was given to a process behind a wall. Can the host’s root read it?',
        answers: ['no: it is in another mount namespace', 'yes, from the process', 'only through Docker'],
        right: 1,
        proof: { pane: 'host', text: 'TOKEN=s3cr3t' },
        because:
          'An environment is memory of the process, and the kernel shows it in /proc on every level that sees it.',
      },
      marks: [{ pane: 'host', text: 'TOKEN=s3cr3t', entity: 'sleep' }],
    },
    {
      id: 'nobody',
      run: { pane: 'host', type: 'runuser -u nobody -- cat /proc/$(pgrep -x sleep)/environ' },
      reports: [{ of: 'as nobody', says: 'Permission denied', refused: true }],
      before: 'And as a user of the host who is not root?',
      after:
        'Refused: it takes the same user, or root. In a container with the same user id it would be the same user.',
      marks: [{ pane: 'host', text: '{sleep.pid}', entity: 'sleep' }],
    },
    {
      id: 'image',
      run: {
        pane: 'host',
        type: "docker commit web copy > /dev/null; docker inspect -f '{{.Config.Env}}' copy",
      },
      reports: [{ of: 'image copy', value: 'TOKEN=s3cr3t' }],
      before: 'Make an image of the container, as one hands it on. What is in it?',
      after: 'The variable has become a part of the image. Whoever gets the image, gets it.',
      predict: {
        question: 'An image is made of the container. Which of the two secrets goes with it?',
        answers: ['both', 'the variable', 'the file', 'neither'],
        right: 1,
        proof: { pane: 'host', text: 'TOKEN=s3cr3t' },
        because: 'Docker writes the container’s settings into the image. A mount is none of the container’s own files.',
      },
    },
    {
      id: 'file',
      run: { pane: 'host', type: 'docker run --rm copy wc -c /run/token' },
      reports: [{ of: 'copy: /run/token', value: '0 /run/token' }],
      before: 'And the file? Count its bytes in a container of that image.',
      after: 'None. The place where it was mounted is left, empty; the secret stayed on the host.',
    },
  ],
});
